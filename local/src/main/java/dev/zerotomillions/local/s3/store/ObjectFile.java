package dev.zerotomillions.local.s3.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that holds a version of an object: a line of JSON that describes it, and then its bytes.
 * Both are in one file, so that one move puts both into place.
 */
final class ObjectFile {
  private static final JsonMapper JSON = new JsonMapper();

  private ObjectFile() {}

  /** Writes bytes to a file that has all of them on the disk when this returns. */
  static void write(Path file, ObjectVersion version, byte[] content) throws IOException {
    try (FileChannel channel = create(file, version)) {
      writeAll(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
  }

  /** Writes the contents of other files one after the other. */
  static void join(Path file, ObjectVersion version, Iterable<Path> parts) throws IOException {
    try (FileChannel channel = create(file, version)) {
      for (Path part : parts) {
        try (FileChannel source = FileChannel.open(part, StandardOpenOption.READ)) {
          long position = headLength(part);
          while (position < source.size()) {
            position += source.transferTo(position, source.size() - position, channel);
          }
        }
      }
      channel.force(true);
    }
  }

  static ObjectVersion read(Path file) throws IOException {
    JsonNode head = JSON.readTree(head(file));
    Map<String, String> headers = new TreeMap<>();
    head.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new ObjectVersion(
        head.path("key").asText(),
        head.path("versionId").asText(),
        head.path("sequence").asLong(),
        Instant.parse(head.path("lastModified").asText()),
        head.path("etag").asText(),
        head.path("size").asLong(),
        headers,
        head.path("deleteMarker").asBoolean());
  }

  /** Some of the bytes of the object, which must be there. */
  static byte[] content(Path file, long from, int length) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = headLength(file) + from;
      while (content.hasRemaining()) {
        int read = channel.read(content, position);
        if (read < 0) {
          throw new IOException(file + " is shorter than it says");
        }
        position += read;
      }
    }
    return content.array();
  }

  private static FileChannel create(Path file, ObjectVersion version) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      writeAll(channel, ByteBuffer.wrap(head(version)));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static byte[] head(ObjectVersion version) {
    ObjectNode head = JSON.createObjectNode();
    head.put("key", version.key())
        .put("versionId", version.versionId())
        .put("sequence", version.sequence())
        .put("lastModified", version.lastModified().toString())
        .put("etag", version.etag())
        .put("size", version.size())
        .put("deleteMarker", version.deleteMarker());
    ObjectNode headers = head.putObject("headers");
    version.headers().forEach(headers::put);
    return (head + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static long headLength(Path file) throws IOException {
    return head(file).length + 1L;
  }

  private static byte[] head(Path file) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1024)) {
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException(file + " is no object of this store");
        }
        head.write(next);
      }
    }
    return head.toByteArray();
  }

  private static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }
}
