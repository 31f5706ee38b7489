package dev.zerotomillions.operations;

import io.micronaut.core.annotation.Introspected;
import java.util.Map;

/**
 * How the system is.
 *
 * @param status {@code UP} if all its tiers are, {@code DOWN} otherwise
 */
@Introspected
record Health(String status, Map<String, TierHealth> tiers) {

  static Health of(Map<String, TierHealth> tiers) {
    boolean up = tiers.values().stream().allMatch(tier -> tier.status().equals(TierHealth.UP));
    return new Health(up ? TierHealth.UP : TierHealth.DOWN, tiers);
  }
}
