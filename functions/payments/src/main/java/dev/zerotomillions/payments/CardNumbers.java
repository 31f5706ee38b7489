package dev.zerotomillions.payments;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells numbers of cards, which must never be stored or logged. */
final class CardNumbers {
  private static final Pattern DIGITS = Pattern.compile("\\d{13,}");
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private CardNumbers() {}

  /** Whether a run of digits holds what may be a card's number, by its length and check digit. */
  static boolean occurIn(String text) {
    Matcher runs = DIGITS.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      for (int length = SHORTEST; length <= Math.min(LONGEST, run.length()); length++) {
        for (int start = 0; start + length <= run.length(); start++) {
          if (isValid(run.substring(start, start + length))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Luhn's check. */
  private static boolean isValid(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
