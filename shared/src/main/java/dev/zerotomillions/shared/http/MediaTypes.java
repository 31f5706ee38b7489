package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.NotAcceptable;
import dev.zerotomillions.shared.problem.UnsupportedMediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types that a request names, of which the API knows one: JSON. */
final class MediaTypes {
  private static final String JSON = "application/json";
  private static final List<String> RANGES = List.of("*/*", "application/*", JSON);

  private MediaTypes() {}

  /** Refuses a request that takes no JSON; one that doesn't say takes anything. */
  static void requireJsonAccepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return;
    }
    for (String range : accept.split(",", -1)) {
      if (RANGES.contains(essence(range))) {
        return;
      }
    }
    throw new NotAcceptable();
  }

  /** Refuses a body that is said to be something else; one that isn't named is tried. */
  static void requireJsonSent(@Nullable String contentType) {
    if (contentType != null && !contentType.isBlank() && !essence(contentType).equals(JSON)) {
      throw new UnsupportedMediaType();
    }
  }

  /** A media type without its parameters. */
  private static String essence(String type) {
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }
}
