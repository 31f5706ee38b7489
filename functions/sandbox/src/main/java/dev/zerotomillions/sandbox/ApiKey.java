package dev.zerotomillions.sandbox;

/** Proof that a call bears the sandbox's secret key; an endpoint that takes one refuses others. */
record ApiKey() {}
