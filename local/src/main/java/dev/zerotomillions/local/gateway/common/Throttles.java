package dev.zerotomillions.local.gateway.common;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The throttles of all stages, a bucket per route; a change of other settings keeps them. */
public final class Throttles {
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  public Throttles(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether a request may pass; {@code null} is no limit. */
  public boolean admit(String route, TokenBucket.@Nullable Limit limit) {
    if (limit == null) {
      return true;
    }
    TokenBucket bucket = buckets.get(route);
    if (bucket == null || !bucket.limit().equals(limit)) {
      bucket =
          buckets.compute(
              route,
              (key, old) ->
                  old != null && old.limit().equals(limit)
                      ? old
                      : new TokenBucket(limit, nanoTime));
    }
    return bucket.take();
  }
}
