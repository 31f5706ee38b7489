package dev.zerotomillions.local.functions.later;

import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The events that were accepted and aren't done, a file each: a crash loses none. */
final class EventStore {
  private final Path folder;

  EventStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Event> all() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> Event.of(new StateFile(file).read()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void save(Event event) {
    new StateFile(file(event)).write(event.toJson());
  }

  void remove(Event event) {
    try {
      Files.deleteIfExists(file(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Event event) {
    return folder.resolve(event.id() + ".json");
  }
}
