package dev.zerotomillions.local.functions.runtime;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request of a runtime.
 *
 * @param headers by lower-case name
 * @param body as much of the body as was asked for
 * @param length the body's whole length
 */
record RuntimeRequest(
    String method, String path, Map<String, String> headers, byte[] body, int length) {

  /** Reads the next request; null once the runtime has closed the connection. */
  static @Nullable RuntimeRequest read(
      BufferedInputStream input, OutputStream output, int longestBody) throws IOException {
    var line = line(input);
    if (line == null) {
      return null;
    }
    var parts = line.split(" ", 3);
    if (parts.length != 3) {
      throw new IOException("Not an HTTP request: " + line);
    }
    var headers = headers(input);
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      output.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    if (headers.containsKey("transfer-encoding")) {
      throw new IOException("A runtime must send its answer with Content-Length");
    }
    var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = input.readNBytes(Math.min(length, longestBody));
    input.skipNBytes(length - body.length);
    return new RuntimeRequest(parts[0], parts[1], headers, body, length);
  }

  private static Map<String, String> headers(BufferedInputStream input) throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(input); line != null && !line.isEmpty(); line = line(input)) {
      var colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static @Nullable String line(BufferedInputStream input) throws IOException {
    var line = new StringBuilder(96);
    for (var c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        if (line.isEmpty()) {
          return null;
        }
        throw new EOFException("The runtime closed the connection in the middle of a request");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
