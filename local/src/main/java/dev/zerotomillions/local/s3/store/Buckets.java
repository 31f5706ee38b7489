package dev.zerotomillions.local.s3.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All buckets, each in a folder of its name. */
public final class Buckets {
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{3,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  private final Path folder;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<String, Bucket> byName = new ConcurrentSkipListMap<>();

  /** Reads the buckets that are kept in a folder. */
  public Buckets(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> folders = Files.list(folder)) {
        for (Path each : folders.filter(Files::isDirectory).toList()) {
          Bucket bucket = new Bucket(each, clock);
          if (bucket.isEstablished()) {
            byName.put(bucket.name(), bucket);
          } else {
            Trees.delete(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + " can't be read; restore it from a copy, or start with --fresh", e);
    }
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public List<Bucket> all() {
    return List.copyOf(byName.values());
  }

  /** The bucket of a name, made if there is none. */
  public synchronized Bucket create(String name, String region) throws IOException {
    Bucket known = byName.get(name);
    if (known != null) {
      return known;
    }
    Bucket bucket = new Bucket(folder.resolve(name), clock);
    bucket.establish(region, clock.instant());
    byName.put(name, bucket);
    return bucket;
  }

  /** Deletes a bucket that holds nothing; false if it holds something. */
  public synchronized boolean delete(Bucket bucket) throws IOException {
    if (!bucket.objects().isEmpty()) {
      return false;
    }
    byName.remove(bucket.name());
    Files.deleteIfExists(folder.resolve(bucket.name()).resolve("bucket.json"));
    Trees.delete(folder.resolve(bucket.name()));
    return true;
  }
}
