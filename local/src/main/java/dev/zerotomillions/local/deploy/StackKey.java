package dev.zerotomillions.local.deploy;

/** What tells one stack from another. */
record StackKey(String region, String name) {}
