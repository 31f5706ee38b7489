package dev.zerotomillions.shared.resilience;

/** How the last calls of this environment ended. */
final class RecentOutcomes {
  private static final int KEPT = 10;

  private final boolean[] failed = new boolean[KEPT];
  private int count;

  synchronized void add(boolean failure) {
    failed[count++ % KEPT] = failure;
  }

  /** Whether at least half of them failed. */
  synchronized boolean mostlyFailed() {
    int known = Math.min(count, KEPT);
    int failures = 0;
    for (int i = 0; i < known; i++) {
      failures += failed[i] ? 1 : 0;
    }
    return known > 0 && failures * 2 >= known;
  }

  synchronized void forget() {
    count = 0;
  }
}
