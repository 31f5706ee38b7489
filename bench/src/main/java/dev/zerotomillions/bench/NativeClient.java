package dev.zerotomillions.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The runtime client's native library, extracted once: the client itself extracts it anew at each
 * start.
 */
final class NativeClient {
  private NativeClient() {}

  static Path extractedTo(Path work, Subject subject) throws IOException {
    var library = work.resolve("libaws-lambda-jni.so");
    if (Files.exists(library)) {
      return library;
    }
    var client =
        subject.jars().stream()
            .filter(jar -> jar.getFileName().toString().contains("runtime-interface-client"))
            .findFirst()
            .orElseThrow(
                () ->
                    new BenchmarkFailed(
                        "No runtime client on " + subject.name() + "'s class path"));
    var arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (var jar = FileSystems.newFileSystem(URI.create("jar:" + client.toUri()), Map.of())) {
      Files.copy(jar.getPath("/jni/libaws-lambda-jni.linux-" + arch + ".so"), library);
    }
    return library;
  }
}
