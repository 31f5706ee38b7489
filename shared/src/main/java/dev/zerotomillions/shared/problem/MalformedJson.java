package dev.zerotomillions.shared.problem;

/** The body is not well-formed JSON. */
public final class MalformedJson extends Problem {
  public MalformedJson(String why) {
    super(
        400, "malformed-json", "Malformed JSON", "The body is not well-formed JSON: " + why + ".");
  }
}
