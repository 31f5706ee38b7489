package dev.zerotomillions.cdk.constructs;

/** How a function's environments come to life. */
public sealed interface Start {

  /** From nothing, on a call: for functions that people wait for once in a while. */
  record Cold() implements Start {}

  /** From a snapshot of the initialized process, taken when a version is published. */
  record Snapshot() implements Start {}

  /** Ahead of any call, at least so many, and more as they are used. */
  record Provisioned(int environments) implements Start {}
}
