package dev.zerotomillions.notifications;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom messages are written to.
 *
 * @param locale the language that they asked for, BCP 47
 */
record Recipient(String userId, String name, String email, @Nullable String locale) {

  /** The recipient's language and country; undetermined if they named none. */
  Locale language() {
    return locale == null ? Locale.ROOT : Locale.forLanguageTag(locale);
  }
}
