package dev.zerotomillions.local.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The label of a stream: the time at which it was turned on. */
final class StreamLabel {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StreamLabel() {}

  static String at(Instant time) {
    return FORMAT.format(time);
  }
}
