package dev.zerotomillions.local.iam.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Numbers and times in conditions; what is neither compares with nothing. */
final class Quantity {
  private Quantity() {}

  /** Whether {@code value} compares with {@code wanted} in one of these ways. */
  static boolean compare(String value, String wanted, int... signs) {
    try {
      return among(new BigDecimal(value).compareTo(new BigDecimal(wanted)), signs);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean compareDates(String value, String wanted, int... signs) {
    try {
      return among(date(value).compareTo(date(wanted)), signs);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Instant date(String text) {
    if (text.matches("\\d{1,15}")) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
  }

  private static boolean among(int comparison, int... signs) {
    for (int sign : signs) {
      if (Integer.signum(comparison) == sign) {
        return true;
      }
    }
    return false;
  }
}
