package dev.zerotomillions.shared.json;

/** What text may hold, so that it can be stored and shown anywhere. */
public final class Unicode {
  private Unicode() {}

  /**
   * Whether every surrogate has its pair and no control character but line breaks and tabs occurs.
   */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c) || isUnwantedControl(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnwantedControl(char c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }
}
