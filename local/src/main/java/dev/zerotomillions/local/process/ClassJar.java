package dev.zerotomillions.local.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar of a few of the emulator's own classes, for a child's class path.
 *
 * <p>A jar rather than the emulator's class path, so that the child sees nothing else of it. A jar
 * that is there with the same bytes stays untouched: the JDK's AOT caches check its time.
 */
public final class ClassJar {
  private static final LocalDateTime EPOCH = LocalDateTime.of(2026, 1, 1, 0, 0);

  private ClassJar() {}

  public static Path write(Path jar, List<Class<?>> classes) {
    var bytes = new ByteArrayOutputStream();
    try {
      try (var zip = new ZipOutputStream(bytes)) {
        for (var each : classes) {
          var name = each.getName().replace('.', '/') + ".class";
          var entry = new ZipEntry(name);
          entry.setTimeLocal(EPOCH);
          zip.putNextEntry(entry);
          try (var source = each.getClassLoader().getResourceAsStream(name)) {
            if (source == null) {
              throw new IllegalStateException("No class file for " + each);
            }
            source.transferTo(zip);
          }
        }
      }
      replace(jar, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static void replace(Path jar, byte[] bytes) throws IOException {
    if (Files.exists(jar) && Arrays.equals(Files.readAllBytes(jar), bytes)) {
      return;
    }
    Files.createDirectories(jar.toAbsolutePath().getParent());
    var fresh = Files.createTempFile(jar.toAbsolutePath().getParent(), "jar", ".tmp");
    Files.write(fresh, bytes);
    Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
