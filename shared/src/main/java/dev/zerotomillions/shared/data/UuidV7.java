package dev.zerotomillions.shared.data;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * A generator of version 7 UUIDs (RFC 9562): they sort by the time of their making, and within one
 * process strictly, even when the clock stands still or steps back.
 */
@Singleton
public final class UuidV7 {
  /** Twelve bits; it starts in the lower half, which leaves room to count within a millisecond. */
  private static final int COUNTER_MASK = 0xfff;

  private static final int COUNTER_START = 0x800;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  // Safe with SnapStart: it draws from the system, not from a state that a snapshot would copy.
  private final SecureRandom random = new SecureRandom();
  private long millis;
  private int counter;

  public UuidV7(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      counter = random.nextInt(COUNTER_START);
    } else if (counter < COUNTER_MASK) {
      counter++;
    } else {
      millis++;
      counter = random.nextInt(COUNTER_START);
    }
    long most = millis << 16 | VERSION | counter;
    return new UUID(most, random.nextLong() >>> 2 | VARIANT);
  }

  /** An id with its type in front, such as {@code usr_0192...}. */
  public String next(String prefix) {
    return prefix + "_" + next();
  }
}
