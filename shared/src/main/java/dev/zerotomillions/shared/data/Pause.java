package dev.zerotomillions.shared.data;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The wait before a transaction that lost a conflict is tried again: short, growing, and jittered.
 */
@Singleton
public class Pause {
  private static final long FIRST_MILLIS = 4;
  private static final long LONGEST_MILLIS = 200;

  void afterConflict(int attempt) {
    long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << attempt);
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, bound)));
  }
}
