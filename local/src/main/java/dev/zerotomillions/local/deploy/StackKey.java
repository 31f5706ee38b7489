package dev.zerotomillions.local.deploy;

/** What tells one stack from another. */
record StackKey(String region, String name) {

  /** The same as one text, for graphs. */
  String id() {
    return region + "/" + name;
  }
}
