package dev.zerotomillions.local.gateway.common;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding that takes whatever clients send: a stray percent sign stands for itself. */
public final class Percent {
  private Percent() {}

  /** Decodes a path or a part of one. */
  public static String decode(String text) {
    return text.indexOf('%') < 0 ? text : decode(text, false);
  }

  /** Decodes a name or a value of a query, where a plus sign stands for a space. */
  public static String decodeForm(String text) {
    return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : decode(text, true);
  }

  private static String decode(String text, boolean form) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(form && in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
