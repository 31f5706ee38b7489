package dev.zerotomillions.operations;

import io.micronaut.core.annotation.Introspected;
import java.util.Map;

/**
 * How a tier is.
 *
 * @param status {@code UP} if all its checks passed, {@code DOWN} otherwise
 * @param checks {@code UP} or {@code DOWN} by the part that was looked at
 */
@Introspected
record TierHealth(String status, Map<String, String> checks) {
  static final String UP = "UP";
  static final String DOWN = "DOWN";

  static TierHealth of(Map<String, String> checks) {
    return new TierHealth(checks.containsValue(DOWN) ? DOWN : UP, checks);
  }
}
