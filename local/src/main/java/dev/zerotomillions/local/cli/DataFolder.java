package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The data folder, which one emulator at a time may use. */
final class DataFolder implements AutoCloseable {
  /** What is not data of the shop: the synthesized templates, the lock, and the running log. */
  private static final Set<String> KEPT_WHEN_FRESH = Set.of("assembly", "lock", "logs");

  private final Path path;
  private final FileLock lock;

  private DataFolder(Path path, FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the folder for this process, and empties it if asked to. */
  static DataFolder take(Path path, boolean fresh) throws IOException, CannotStart {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new CannotStart(
          "A system already runs on %s: stop it with scripts/down, or take another folder with --data"
              .formatted(path));
    }
    if (fresh) {
      empty(path);
    }
    DataFolder folder = new DataFolder(path, lock);
    folder.forgetReadiness();
    Files.writeString(path.resolve("pid"), ProcessHandle.current().pid() + "\n");
    return folder;
  }

  Path path() {
    return path;
  }

  /** A file below this folder that survives a crash. */
  StateFile stateFile(String name) {
    return new StateFile(path.resolve(name));
  }

  /** Remembers how the system was started, for scripts that start it again or climb. */
  void remember(int phase, String gateway, List<String> regions) {
    stateFile("settings")
        .writeBytes(
            "%d %s %s%n"
                .formatted(phase, gateway, String.join(",", regions))
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Tells whoever waits that the system answers, and what there is to see. */
  void announce(String banner) {
    stateFile("ready").writeBytes(banner.getBytes(StandardCharsets.UTF_8));
  }

  private void forgetReadiness() throws IOException {
    Files.deleteIfExists(path.resolve("ready"));
    Files.deleteIfExists(path.resolve("outputs.json"));
  }

  private static void empty(Path path) throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : children.toList()) {
        if (!KEPT_WHEN_FRESH.contains(child.getFileName().toString())) {
          delete(child);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> below = Files.walk(tree)) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    forgetReadiness();
    Files.deleteIfExists(path.resolve("pid"));
    lock.channel().close();
  }
}
