package dev.zerotomillions.local.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads requests from one connection of the server. */
final class RequestReader {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final MessageReader reader;
  private final OutputStream out;
  private final String remoteAddress;

  RequestReader(MessageReader reader, OutputStream out, String remoteAddress) {
    this.reader = reader;
    this.out = out;
    this.remoteAddress = remoteAddress;
  }

  /** Waits for the first line of the next request; null where the peer is done. */
  @Nullable String awaitRequestLine() throws IOException {
    return reader.startLine();
  }

  WebRequest request(String requestLine) throws IOException {
    String[] parts = requestLine.split(" ", -1);
    if (parts.length != 3 || !Syntax.isToken(parts[0])) {
      throw new BadMessage(400, "malformed request line");
    }
    String protocol = parts[2];
    if (!protocol.equals("HTTP/1.1") && !protocol.equals("HTTP/1.0")) {
      throw new BadMessage(protocol.startsWith("HTTP/") ? 505 : 400, "unknown protocol version");
    }
    WebHeaders headers = reader.headers();
    if (protocol.equals("HTTP/1.1") && !headers.contains("Host")) {
      throw new BadMessage(400, "no Host header field");
    }
    int headBytes = reader.headBytes();
    Framing framing = Framing.of(headers).ofRequest();
    if (headers.first("Expect", "").equalsIgnoreCase("100-continue")) {
      out.write(CONTINUE);
    }
    byte[] body = reader.body(framing);
    String target = originForm(Syntax.asciiTarget(parts[1]));
    int mark = target.indexOf('?');
    return new WebRequest(
        parts[0],
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        protocol,
        headers,
        body,
        remoteAddress,
        headBytes);
  }

  private static String originForm(String target) throws BadMessage {
    String path = target;
    if (target.startsWith("http://") || target.startsWith("https://")) {
      int host = target.indexOf("//") + 2;
      int slash = target.indexOf('/', host);
      path = slash < 0 ? "/" : target.substring(slash);
    } else if (target.equals("*")) {
      path = "/*";
    }
    int fragment = path.indexOf('#');
    path = fragment < 0 ? path : path.substring(0, fragment);
    if (!path.startsWith("/")) {
      throw new BadMessage(400, "malformed request target");
    }
    return path;
  }
}
