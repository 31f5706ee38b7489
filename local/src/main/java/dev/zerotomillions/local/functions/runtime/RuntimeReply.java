package dev.zerotomillions.local.functions.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the Runtime API answers to a runtime. */
record RuntimeReply(int status, Map<String, String> headers, byte[] body) {
  static final RuntimeReply ACCEPTED = json(202, "{\"status\":\"OK\"}");

  static RuntimeReply json(int status, String body) {
    return new RuntimeReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  static RuntimeReply error(int status, String type, String message) {
    return json(status, "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, message));
  }

  /** Writes header and body in one piece: two would cost an invocation a delayed ACK. */
  void writeTo(OutputStream output) throws IOException {
    var head =
        new StringBuilder(512)
            .append("HTTP/1.1 ")
            .append(status)
            .append(status < 300 ? " OK" : " Error")
            .append("\r\nContent-Type: application/json\r\nContent-Length: ")
            .append(body.length)
            .append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    var whole = new byte[bytes.length + body.length];
    System.arraycopy(bytes, 0, whole, 0, bytes.length);
    System.arraycopy(body, 0, whole, bytes.length, body.length);
    output.write(whole);
    output.flush();
  }
}
