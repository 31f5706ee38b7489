package dev.zerotomillions.local.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as AWS signs it: all but letters, digits and {@code - . _ ~} in UTF-8. */
public final class UriEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriEncoding() {}

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** The same for a path, whose slashes stay. */
  public static String ofPath(String path) {
    return of(path.getBytes(StandardCharsets.UTF_8), true);
  }

  static String of(byte[] text) {
    return of(text, false);
  }

  private static String of(byte[] text, boolean keepSlashes) {
    StringBuilder encoded = new StringBuilder(text.length);
    for (byte each : text) {
      char c = (char) (each & 0xFF);
      if (isUnreserved(c) || (keepSlashes && c == '/')) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_.~".indexOf(c) >= 0;
  }
}
