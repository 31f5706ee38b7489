package dev.zerotomillions.local.functions.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class path of a function's code in the order that Lambda gives it. */
final class ClassPath {
  private ClassPath() {}

  /**
   * The code's own classes, if it has any outside of jars, and then the jars in {@code lib} by
   * name.
   */
  static List<Path> of(Path code) {
    var lib = code.resolve("lib");
    var path = new ArrayList<Path>();
    if (list(code).anyMatch(each -> !each.equals(lib))) {
      path.add(code);
    }
    if (Files.isDirectory(lib)) {
      list(lib).filter(each -> each.toString().endsWith(".jar")).sorted().forEach(path::add);
    }
    return List.copyOf(path);
  }

  private static Stream<Path> list(Path folder) {
    try (var files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
