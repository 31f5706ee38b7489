package dev.zerotomillions.notifications;

import com.samskivert.mustache.Mustache;
import java.util.regex.Pattern;

/**
 * Makes a value part of a plain text: one line, whose characters stay in their places. So no name
 * adds a header to a mail, a paragraph to its text, or turns the text around it.
 */
final class PlainText implements Mustache.Escaper {
  /** Controls, line and paragraph separators, and what sets the direction of writing. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  @Override
  public String escape(String value) {
    return UNFIT.matcher(value).replaceAll(" ").strip();
  }
}
