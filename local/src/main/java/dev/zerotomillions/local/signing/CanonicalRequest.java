package dev.zerotomillions.local.signing;

import dev.zerotomillions.local.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A request in the one form in which both sides sign it. */
final class CanonicalRequest {
  private CanonicalRequest() {}

  static String of(WebRequest request, List<String> signedHeaders, String payloadHash) {
    StringBuilder text = new StringBuilder(256);
    text.append(request.method()).append('\n');
    text.append(path(request.path())).append('\n');
    text.append(query(request.query())).append('\n');
    Map<String, List<String>> headers = request.headers().byLowerCaseName();
    for (String name : signedHeaders) {
      String value = String.join(",", headers.getOrDefault(name, List.of()));
      text.append(name).append(':').append(value.strip().replaceAll(" +", " ")).append('\n');
    }
    text.append('\n').append(String.join(";", signedHeaders)).append('\n');
    return text.append(payloadHash).toString();
  }

  /** The path without dot segments and empty ones, encoded once more than it was sent. */
  private static String path(String sent) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : sent.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(UriEncoding.of(segment));
      }
    }
    String path = "/" + String.join("/", segments);
    return sent.endsWith("/") && !segments.isEmpty() ? path + "/" : path;
  }

  /** The parameters, each encoded in one way, sorted by name and then by value. */
  private static String query(String sent) {
    List<String> parameters = new ArrayList<>();
    for (String pair : sent.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        // No character of an encoded name sorts before this one.
        parameters.add(UriEncoding.of(decode(name)) + '\0' + UriEncoding.of(decode(value)));
      }
    }
    parameters.sort(String::compareTo);
    return String.join("&", parameters).replace('\0', '=');
  }

  private static byte[] decode(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
      boolean encoded = low >= 0;
      out[length++] = encoded ? (byte) (high * 16 + low) : in[i];
      i += encoded ? 2 : 0;
    }
    return Arrays.copyOf(out, length);
  }
}
