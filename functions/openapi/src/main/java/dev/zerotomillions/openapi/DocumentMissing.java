package dev.zerotomillions.openapi;

import java.nio.file.Path;

/** The compiler wrote no document, perhaps as it had nothing to compile. */
final class DocumentMissing extends RuntimeException {
  DocumentMissing(Path file) {
    super(file + " is missing; build with clean, so that the compiler writes it anew.");
  }
}
