package dev.zerotomillions.local.s3.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a bucket with their versions. The index in memory is made anew from the files at
 * each start; a file is complete before it has its name, and has it before a client is told.
 */
public final class Objects {
  private final Path folder;
  private final Path unfinished;
  private final InstantSource clock;
  private final AtomicLong sequence = new AtomicLong();

  /** Of each key its versions, the latest last. A list is replaced, never changed. */
  private final NavigableMap<String, List<ObjectVersion>> byKey =
      new ConcurrentSkipListMap<>(new KeyOrder());

  Objects(Path bucket, InstantSource clock) throws IOException {
    this.folder = bucket.resolve("objects");
    this.unfinished = bucket.resolve("unfinished");
    this.clock = clock;
    Files.createDirectories(folder);
    Trees.delete(unfinished);
    Files.createDirectories(unfinished);
    load();
  }

  private void load() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ObjectVersion version = ObjectFile.read(file);
        byKey.merge(version.key(), List.of(version), Objects::inOrder);
        sequence.accumulateAndGet(version.sequence(), Math::max);
      }
    }
  }

  private static List<ObjectVersion> inOrder(List<ObjectVersion> some, List<ObjectVersion> more) {
    return Stream.concat(some.stream(), more.stream())
        .sorted(Comparator.comparingLong(ObjectVersion::sequence))
        .toList();
  }

  /** Says whether an object may be written, by what is there now; throws if not. */
  @FunctionalInterface
  public interface Precondition<E extends Exception> {
    void check(@Nullable ObjectVersion current) throws E;
  }

  /** The object as it is now; a mark of deletion counts as none. */
  public Optional<ObjectVersion> current(String key) {
    List<ObjectVersion> versions = byKey.getOrDefault(key, List.of());
    return versions.isEmpty() || versions.getLast().deleteMarker()
        ? Optional.empty()
        : Optional.of(versions.getLast());
  }

  /** A version, a mark of deletion among them. */
  public Optional<ObjectVersion> version(String key, String versionId) {
    return byKey.getOrDefault(key, List.of()).stream()
        .filter(version -> version.versionId().equals(versionId))
        .findFirst();
  }

  /** All keys from the one given on, in order, with their versions, the latest last. */
  public NavigableMap<String, List<ObjectVersion>> from(String key) {
    return byKey.tailMap(key, true);
  }

  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Some of an object's bytes. */
  public byte[] read(ObjectVersion version, long from, int length) throws IOException {
    return ObjectFile.content(file(version.key(), version.versionId()), from, length);
  }

  /** Makes an object, if the precondition holds at the moment when it appears. */
  public <E extends Exception> ObjectVersion put(
      Draft draft, boolean versioned, Precondition<E> precondition) throws IOException, E {
    ObjectVersion version =
        new ObjectVersion(
            draft.key(),
            versioned ? newVersionId() : ObjectVersion.NO_ID,
            sequence.incrementAndGet(),
            clock.instant(),
            draft.etag(),
            draft.content().size(),
            draft.headers(),
            false);
    Path file = unfinished.resolve(UUID.randomUUID().toString());
    switch (draft.content()) {
      case Content.Bytes content -> ObjectFile.write(file, version, content.bytes());
      case Content.Parts content -> ObjectFile.join(file, version, content.files());
    }
    appear(file, version, precondition);
    return version;
  }

  /** Deletes an object as S3 does it: for good, or by a mark where versions are kept. */
  public <E extends Exception> Optional<ObjectVersion> delete(
      String key, Versioning versioning, Precondition<E> precondition) throws IOException, E {
    if (versioning == Versioning.OFF) {
      removeVersion(key, ObjectVersion.NO_ID, precondition);
      return Optional.empty();
    }
    ObjectVersion mark =
        new ObjectVersion(
            key,
            versioning == Versioning.ENABLED ? newVersionId() : ObjectVersion.NO_ID,
            sequence.incrementAndGet(),
            clock.instant(),
            "",
            0,
            Map.of(),
            true);
    Path file = unfinished.resolve(UUID.randomUUID().toString());
    ObjectFile.write(file, mark, new byte[0]);
    appear(file, mark, precondition);
    return Optional.of(mark);
  }

  /** Removes one version for good; the version that there was, if any. */
  public synchronized <E extends Exception> Optional<ObjectVersion> removeVersion(
      String key, String versionId, Precondition<E> precondition) throws IOException, E {
    precondition.check(current(key).orElse(null));
    Optional<ObjectVersion> removed = version(key, versionId);
    Files.deleteIfExists(file(key, versionId));
    byKey.computeIfPresent(key, (any, versions) -> without(versions, versionId));
    return removed;
  }

  private synchronized <E extends Exception> void appear(
      Path file, ObjectVersion version, Precondition<E> precondition) throws IOException, E {
    try {
      precondition.check(current(version.key()).orElse(null));
      Path place = file(version.key(), version.versionId());
      Files.createDirectories(place.getParent());
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      byKey.compute(version.key(), (any, versions) -> with(versions, version));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<ObjectVersion> with(
      @Nullable List<ObjectVersion> versions, ObjectVersion version) {
    List<ObjectVersion> all = new ArrayList<>(versions == null ? List.of() : versions);
    all.removeIf(each -> each.versionId().equals(version.versionId()));
    all.add(version);
    return inOrder(all, List.of());
  }

  private static @Nullable List<ObjectVersion> without(
      List<ObjectVersion> versions, String versionId) {
    List<ObjectVersion> rest =
        versions.stream().filter(each -> !each.versionId().equals(versionId)).toList();
    return rest.isEmpty() ? null : rest;
  }

  /** Keys may be longer than a file's name and differ only by case, so they are hashed. */
  private Path file(String key, String versionId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(digest);
      return folder.resolve(name.substring(0, 2)).resolve(name + "." + versionId);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String newVersionId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
