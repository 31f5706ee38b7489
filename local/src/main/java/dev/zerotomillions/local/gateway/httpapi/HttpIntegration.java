package dev.zerotomillions.local.gateway.httpapi;

import java.time.Duration;

/** A Lambda proxy integration with payload format 2.0. */
record HttpIntegration(String function, Duration timeout) {}
