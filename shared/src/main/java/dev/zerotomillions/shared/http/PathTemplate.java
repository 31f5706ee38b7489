package dev.zerotomillions.shared.http;

import java.util.Arrays;
import java.util.List;

/**
 * A path in which whole segments may be variables, as {@code /api/products/{id}}.
 *
 * @param segments what stands between the slashes
 */
record PathTemplate(List<Segment> segments) {

  /**
   * A segment.
   *
   * @param text what it has to be, or the variable's name
   */
  record Segment(String text, boolean variable) {
    private static Segment of(String text) {
      boolean variable = text.startsWith("{") && text.endsWith("}");
      String inner = variable ? text.substring(1, text.length() - 1) : text;
      if (!inner.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        throw new UnsupportedRoute(
            "A segment of a path is either spelt out or a {variable}; " + text + " is neither.");
      }
      return new Segment(inner, variable);
    }

    @Override
    public String toString() {
      return variable ? "{" + text + "}" : text;
    }
  }

  /** The path of a controller's method, below that of the controller. */
  static PathTemplate of(String controller, String method) {
    return new PathTemplate(
        Arrays.stream((controller + "/" + method).split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .map(Segment::of)
            .toList());
  }

  /**
   * Where in the path a variable stands, or -1. Names are compared rather than segments: a record's
   * own {@code equals} is linked at its first call, which a cold start would wait for.
   */
  int indexOf(String variable) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).variable() && segments.get(i).text().equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    segments.forEach(segment -> path.append('/').append(segment));
    return path.toString();
  }
}
