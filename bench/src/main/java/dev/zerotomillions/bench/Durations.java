package dev.zerotomillions.bench;

import java.util.Arrays;
import java.util.Locale;

/** A set of measured durations, in nanoseconds. */
record Durations(long[] sorted) {

  static Durations of(long[] measured) {
    var sorted = measured.clone();
    Arrays.sort(sorted);
    return new Durations(sorted);
  }

  double medianMillis() {
    return percentile(0.5) / 1e6;
  }

  double medianMicros() {
    return percentile(0.5) / 1e3;
  }

  long percentile(double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  String millis() {
    return String.format(
        Locale.ROOT,
        "median %7.1f ms (min %.1f, max %.1f, n=%d)",
        medianMillis(),
        sorted[0] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        sorted.length);
  }

  String micros() {
    return String.format(
        Locale.ROOT,
        "p50 %6.0f us, p99 %6.0f us, n=%d",
        medianMicros(),
        percentile(0.99) / 1e3,
        sorted.length);
  }
}
