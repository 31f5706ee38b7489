package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.endpoints.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tiny zips in the place of the functions' artifacts, whose contents no template depends on. */
final class StandIns {
  private static final Path FOLDER = create();

  private StandIns() {}

  static Path folder() {
    return FOLDER;
  }

  private static Path create() {
    try {
      Path folder = Files.createTempDirectory("stand-ins");
      for (Service service : Service.values()) {
        Path target = Files.createDirectories(folder.resolve(service.id()).resolve("target"));
        try (ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(target.resolve("function.zip")))) {
          ZipEntry entry = new ZipEntry("lib/" + service.id());
          entry.setTime(0);
          zip.putNextEntry(entry);
          zip.write(service.id().getBytes(StandardCharsets.UTF_8));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
