package dev.zerotomillions.local.deploy;

/**
 * A step that was begun. One that is still on record when a deployment starts was cut short.
 *
 * @param wanted what the step was to make of the resource
 */
record Attempt(Kind kind, Wanted wanted) {
  enum Kind {
    CREATE,
    UPDATE,
    DELETE
  }
}
