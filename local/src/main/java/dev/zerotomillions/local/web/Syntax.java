package dev.zerotomillions.local.web;

import java.nio.charset.StandardCharsets;

/** The lexical rules of HTTP/1.1. */
final class Syntax {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final String HEX = "0123456789ABCDEF";

  private Syntax() {}

  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
      if (!letterOrDigit && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean isFieldValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        return false;
      }
    }
    return true;
  }

  static long contentLength(String text) throws BadMessage {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new BadMessage(400, "malformed length");
    }
    return Long.parseLong(text);
  }

  static int chunkSize(String line) throws BadMessage {
    int end = line.indexOf(';');
    String size = (end < 0 ? line : line.substring(0, end)).strip();
    if (size.isEmpty() || size.length() > 7 || !size.chars().allMatch(Syntax::isHexDigit)) {
      throw new BadMessage(400, "malformed chunk size");
    }
    return Integer.parseInt(size, 16);
  }

  private static boolean isHexDigit(int c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }

  /** The target with every byte outside of ASCII percent-encoded, as browsers send it. */
  static String asciiTarget(String target) throws BadMessage {
    StringBuilder ascii = new StringBuilder(target.length());
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        ascii.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      } else if (b <= ' ' || b == 127) {
        throw new BadMessage(400, "control character in the request target");
      } else {
        ascii.append((char) b);
      }
    }
    return ascii.toString();
  }
}
