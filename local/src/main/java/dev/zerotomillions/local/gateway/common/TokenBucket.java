package dev.zerotomillions.local.gateway.common;

import java.util.function.LongSupplier;

/** A token bucket: lets a steady rate through, and bursts up to its size. */
public final class TokenBucket {
  private final Limit limit;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * How much is let through.
   *
   * @param rate requests per second on average
   * @param burst requests at once
   */
  public record Limit(double rate, int burst) {}

  public TokenBucket(Limit limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.tokens = limit.burst;
    this.filledAt = nanoTime.getAsLong();
  }

  public Limit limit() {
    return limit;
  }

  /** Takes a token if one is there. */
  public synchronized boolean take() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(limit.burst, tokens + (now - filledAt) * 1e-9 * limit.rate);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
