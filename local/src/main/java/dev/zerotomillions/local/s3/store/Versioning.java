package dev.zerotomillions.local.s3.store;

/** Whether a bucket keeps the versions of its objects. */
public enum Versioning {
  OFF,
  ENABLED,
  SUSPENDED
}
