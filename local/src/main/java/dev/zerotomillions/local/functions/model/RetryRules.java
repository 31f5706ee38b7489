package dev.zerotomillions.local.functions.model;

import java.time.Duration;

/** How often and for how long an asynchronous invocation is tried again. */
public record RetryRules(int retries, Duration maximumAge) {
  public static final RetryRules DEFAULT = new RetryRules(2, Duration.ofHours(6));
}
