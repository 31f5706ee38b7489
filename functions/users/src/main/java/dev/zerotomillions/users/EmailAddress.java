package dev.zerotomillions.users;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, and what makes it the same as another.
 *
 * @param text as its owner writes it
 */
record EmailAddress(String text) {
  private static final int LONGEST = 254;

  /** Deliberately lenient: whether an address works is known only once mail has reached it. */
  private static final Pattern SHAPE =
      Pattern.compile("[^\\s@,;<>\"]{1,64}@([\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}");

  boolean isWellFormed() {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  /** The same for all spellings that differ in letters' case or composition alone. */
  String key() {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
