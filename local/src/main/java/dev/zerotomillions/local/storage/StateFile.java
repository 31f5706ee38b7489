package dev.zerotomillions.local.storage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A JSON file that survives a crash at any moment: written beside, flushed to the disk, and moved
 * into place. Only its owner may read it.
 */
public record StateFile(Path path) {
  private static final JsonMapper JSON = new JsonMapper();

  /** What was written last; an empty object if nothing was. */
  public ObjectNode read() {
    try {
      return Files.exists(path)
          ? JSON.readValue(Files.readAllBytes(path), ObjectNode.class)
          : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s can't be read; restore it from a copy, or start with --fresh".formatted(path), e);
    }
  }

  public void write(ObjectNode content) {
    writeBytes(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Writes any content in the same way. */
  public void writeBytes(byte[] content) {
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      create(beside);
      try (FileChannel channel =
          FileChannel.open(
              beside, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be written".formatted(path), e);
    }
  }

  private static void create(Path file) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
