package dev.zerotomillions.local.s3.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The multipart uploads of a bucket that were begun and neither completed nor aborted. */
public final class Uploads {
  private static final String BEGUN = "begun";
  private static final String PART = "part-";

  private final Path folder;
  private final InstantSource clock;

  Uploads(Path bucket, InstantSource clock) throws IOException {
    this.folder = bucket.resolve("uploads");
    this.clock = clock;
    Files.createDirectories(folder);
  }

  /** An upload, whose headers are those of the object to come. */
  public record Upload(String id, ObjectVersion begun) {}

  public Upload begin(String key, Map<String, String> headers) throws IOException {
    String id = UUID.randomUUID().toString().replace("-", "");
    Files.createDirectories(folder.resolve(id));
    ObjectVersion begun = description(key, "", 0, headers);
    write(folder.resolve(id), BEGUN, begun, new byte[0]);
    return new Upload(id, begun);
  }

  public Optional<Upload> find(String key, String id) throws IOException {
    Path file = folder.resolve(id.replaceAll("[^0-9a-f]", "-")).resolve(BEGUN);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    ObjectVersion begun = ObjectFile.read(file);
    return begun.key().equals(key) ? Optional.of(new Upload(id, begun)) : Optional.empty();
  }

  /** All uploads, by key. */
  public List<Upload> all() throws IOException {
    List<Upload> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.toList()) {
        if (Files.exists(each.resolve(BEGUN))) {
          all.add(new Upload(each.getFileName().toString(), ObjectFile.read(each.resolve(BEGUN))));
        }
      }
    }
    all.sort(Comparator.comparing(upload -> upload.begun().key(), new KeyOrder()));
    return all;
  }

  /** Keeps a part; one of the same number is replaced. */
  public void putPart(
      Upload upload, int number, byte[] content, String etag, Map<String, String> headers)
      throws IOException {
    ObjectVersion part = description(upload.begun().key(), etag, content.length, headers);
    write(folder.resolve(upload.id()), PART + number, part, content);
  }

  public SortedMap<Integer, ObjectVersion> parts(Upload upload) throws IOException {
    SortedMap<Integer, ObjectVersion> parts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve(upload.id()))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(PART)) {
          parts.put(Integer.parseInt(name.substring(PART.length()), 10), ObjectFile.read(file));
        }
      }
    }
    return parts;
  }

  /** The parts of the numbers given, to be made an object of. */
  public Content content(Upload upload, List<Integer> numbers) {
    return new Content.Parts(
        numbers.stream()
            .map(number -> folder.resolve(upload.id()).resolve(PART + number))
            .toList());
  }

  /** Forgets an upload with its parts. */
  public void remove(Upload upload) throws IOException {
    // What makes it an upload goes first, so that a crash leaves no half of one.
    Files.deleteIfExists(folder.resolve(upload.id()).resolve(BEGUN));
    Trees.delete(folder.resolve(upload.id()));
  }

  private ObjectVersion description(
      String key, String etag, long size, Map<String, String> headers) {
    return new ObjectVersion(
        key, ObjectVersion.NO_ID, 0, clock.instant(), etag, size, headers, false);
  }

  private static void write(Path upload, String name, ObjectVersion version, byte[] content)
      throws IOException {
    Path file = upload.resolve("new-" + UUID.randomUUID());
    ObjectFile.write(file, version, content);
    Files.move(
        file,
        upload.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
