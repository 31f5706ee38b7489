package dev.zerotomillions.bench;

/** A benchmark could not be run; the message says what to look at. */
final class BenchmarkFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchmarkFailed(String message) {
    super(message);
  }
}
