package dev.zerotomillions.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function under measurement.
 *
 * @param jars its class path, in order: the runtime client first, as Lambda has it
 */
record Subject(String name, String handler, List<Path> jars) {

  static Subject of(String name, String handler, Path... folders) {
    return new Subject(name, handler, Stream.of(folders).flatMap(Subject::jarsIn).toList());
  }

  String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> jarsIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw new BenchmarkFailed(
          "No jars in " + folder + ": build with scripts/bench, not by hand. " + e);
    }
  }
}
