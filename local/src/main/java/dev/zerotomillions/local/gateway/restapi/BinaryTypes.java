package dev.zerotomillions.local.gateway.restapi;

import java.util.List;
import java.util.Locale;

/** The media types that a REST API treats as binary. */
record BinaryTypes(List<String> patterns) {

  /** Whether a content type, or the first type that an {@code Accept} header names, is binary. */
  boolean match(String header) {
    String type = header.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (String pattern : patterns) {
      boolean all = pattern.equals("*/*");
      boolean family =
          pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
      if (all || family || pattern.equalsIgnoreCase(type)) {
        return true;
      }
    }
    return false;
  }
}
