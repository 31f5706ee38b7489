package dev.zerotomillions.local.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of HTTP/1.1 messages from one connection, within limits. */
final class MessageReader {
  static final int MAX_HEAD = 64 * 1024;
  private static final int MAX_FIELDS = 200;

  private final InputStream in;
  private final int maxBody;
  private byte[] buffer = new byte[8 * 1024];
  private int position;
  private int limit;
  private int headBytes;

  MessageReader(InputStream in, int maxBody) {
    this.in = in;
    this.maxBody = maxBody;
  }

  /** The size so far of the head that is being read. */
  int headBytes() {
    return headBytes;
  }

  /** The first line of a message, or null where the peer closed the connection between messages. */
  @Nullable String startLine() throws IOException {
    headBytes = 0;
    String line;
    do {
      if (position == limit && !fill()) {
        return null;
      }
      line = line();
    } while (line.isEmpty()); // RFC 9112, 2.2: an empty line before the request line is ignored.
    return line;
  }

  WebHeaders headers() throws IOException {
    List<WebHeaders.Field> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (fields.size() == MAX_FIELDS) {
        throw new BadMessage(431, "more than " + MAX_FIELDS + " header fields");
      }
      fields.add(field(line));
    }
    return new WebHeaders(fields);
  }

  private static WebHeaders.Field field(String line) throws BadMessage {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    if (colon < 1 || !Syntax.isToken(name)) {
      throw new BadMessage(400, "malformed header field");
    }
    String value = line.substring(colon + 1).strip();
    if (!Syntax.isFieldValue(value)) {
      throw new BadMessage(400, "control character in header field " + name);
    }
    return new WebHeaders.Field(name, value);
  }

  byte[] body(Framing framing) throws IOException {
    if (framing.chunked()) {
      return chunks();
    }
    if (framing.length() > maxBody) {
      throw new BadMessage(413, "body over " + maxBody + " bytes");
    }
    return exactly((int) framing.length());
  }

  /** Everything until the peer closes the connection. */
  byte[] rest() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    do {
      all.write(buffer, position, limit - position);
      position = limit;
      if (all.size() > maxBody) {
        throw new BadMessage(413, "body over " + maxBody + " bytes");
      }
    } while (fill());
    return all.toByteArray();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Syntax.chunkSize(line());
      if (size == 0) {
        break;
      }
      if (size > maxBody - all.size()) {
        throw new BadMessage(413, "body over " + maxBody + " bytes");
      }
      all.write(exactly(size));
      if (!line().isEmpty()) {
        throw new BadMessage(400, "chunk longer than its size");
      }
    }
    headers(); // Trailers carry nothing that is used here.
    return all.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = new byte[length];
    int buffered = Math.min(length, limit - position);
    System.arraycopy(buffer, position, bytes, 0, buffered);
    position += buffered;
    if (in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
      throw new EOFException("the connection closed within a body");
    }
    return bytes;
  }

  private String line() throws IOException {
    int from = position;
    while (true) {
      for (int i = from; i < limit; i++) {
        if (buffer[i] == '\n') {
          int end = i > position && buffer[i - 1] == '\r' ? i - 1 : i;
          String line = new String(buffer, position, end - position, StandardCharsets.UTF_8);
          headBytes += i + 1 - position;
          position = i + 1;
          if (headBytes > MAX_HEAD) {
            throw new BadMessage(431, "head over " + MAX_HEAD + " bytes");
          }
          return line;
        }
      }
      int seen = limit - position;
      if (headBytes + seen > MAX_HEAD) {
        throw new BadMessage(431, "head over " + MAX_HEAD + " bytes");
      }
      if (!fill()) {
        throw new EOFException("the connection closed within a head");
      }
      from = position + seen;
    }
  }

  /** Reads more behind what is buffered; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      return false;
    }
    limit += read;
    return true;
  }
}
