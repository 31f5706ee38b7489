package dev.zerotomillions.local.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Writes responses, each in one segment where it fits one. */
final class ResponseWriter {
  private static final int ONE_SEGMENT = 64 * 1024;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What the server itself decides on, whatever a handler says. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "date", "upgrade");

  private static volatile Stamp stamp = new Stamp(0, "");

  private record Stamp(long second, String text) {}

  private ResponseWriter() {}

  static void write(OutputStream out, WebResponse response, String method, boolean last)
      throws IOException {
    int status = response.status();
    boolean bodyless = status == 204 || status == 304 || status < 200;
    StringBuilder head = new StringBuilder(512);
    head.append("HTTP/1.1 ").append(status).append(' ').append(Reasons.of(status)).append("\r\n");
    head.append("Date: ").append(date()).append("\r\n");
    for (WebHeaders.Field field : response.headers().fields()) {
      if (!OWN.contains(field.name().toLowerCase(Locale.ROOT))) {
        head.append(field.name()).append(": ").append(field.value()).append("\r\n");
      }
    }
    if (!bodyless) {
      head.append("Content-Length: ").append(length(response, method)).append("\r\n");
    }
    head.append("Connection: ").append(last ? "close" : "keep-alive").append("\r\n\r\n");
    byte[] headBytes = head.toString().getBytes(StandardCharsets.UTF_8);
    int bodyLength = bodyless || method.equals("HEAD") ? 0 : response.body().length;
    if (headBytes.length + bodyLength <= ONE_SEGMENT) {
      byte[] whole = new byte[headBytes.length + bodyLength];
      System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
      System.arraycopy(response.body(), 0, whole, headBytes.length, bodyLength);
      out.write(whole);
    } else {
      out.write(headBytes);
      out.write(response.body(), 0, bodyLength);
    }
  }

  /** The length of the body, or of that which the answer to a HEAD request has not. */
  private static String length(WebResponse response, String method) {
    String length = Integer.toString(response.body().length);
    return method.equals("HEAD") ? response.headers().first("Content-Length", length) : length;
  }

  private static String date() {
    Instant now = Instant.now();
    Stamp current = stamp;
    if (current.second != now.getEpochSecond()) {
      current = new Stamp(now.getEpochSecond(), DATE.format(now));
      stamp = current;
    }
    return current.text;
  }

  /** Whether a handler's response can go on the wire as it is. */
  static boolean isWellFormed(WebResponse response) {
    if (response.status() < 200 || response.status() > 599) {
      return false;
    }
    for (WebHeaders.Field field : response.headers().fields()) {
      if (!Syntax.isToken(field.name()) || !Syntax.isFieldValue(field.value())) {
        return false;
      }
    }
    return true;
  }
}
