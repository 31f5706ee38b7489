package dev.zerotomillions.openapi;

/** Two documents that are to be one mean different things by one name. */
final class ComponentsDiffer extends RuntimeException {
  ComponentsDiffer(String kind, String name) {
    super(
        "Two services have different components/"
            + kind
            + "/"
            + name
            + "; rename the record of one, or make both alike.");
  }
}
