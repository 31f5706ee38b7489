package dev.zerotomillions.operations;

import java.util.Map;

/** A part of the system whose health is told by itself. */
interface Tier {

  /** The tier's name in the address. */
  String name();

  /** What is to be looked at, each part by its name; looking throws nothing, but may take long. */
  Map<String, Check> checks();

  /** One look at one part. */
  @FunctionalInterface
  interface Check {
    boolean passes();
  }
}
