package dev.zerotomillions.cdk.phases;

/** A sign that a phase may have been outgrown. */
public enum Symptom {
  /** Requests are refused for want of environments. */
  THROTTLED,
  /** Answers take longer than the target. */
  SLOW_ANSWERS,
  /** Answers that only read a table take longer than the target. */
  SLOW_READS,
  /** Reads reach the limits of a table or of a key. */
  READ_CAPACITY,
  /** Writes reach the limits of a table or of a key. */
  WRITE_CAPACITY,
  /** Most of a request's time goes to work that need not be done in it. */
  SLOW_WORK,
  /** Load reaches the limits of one table, however it is read and written. */
  TABLE_LIMITS,
  /** Most of the traffic is the same bytes over again. */
  EGRESS,
  /** Teams or their deployments wait for each other. */
  COLLIDING_TEAMS,
  /** Users, or the law that protects them, are in other parts of the world. */
  DISTANCE
}
