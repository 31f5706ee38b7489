package dev.zerotomillions.local.functions.model;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A name for a version, which may send a part of the calls to another one.
 *
 * @param weights the share, 0 to 1, of each other version
 * @param provisioned how many environments are kept ready
 */
public record Alias(
    String name, String version, String description, Map<String, Double> weights, int provisioned) {
  public Alias {
    weights = Map.copyOf(weights);
  }

  public Alias withProvisioned(int count) {
    return new Alias(name, version, description, weights, count);
  }

  /** The version that serves the next call. */
  String choose() {
    var point = weights.isEmpty() ? 1 : ThreadLocalRandom.current().nextDouble();
    for (var each : weights.entrySet()) {
      point -= each.getValue();
      if (point < 0) {
        return each.getKey();
      }
    }
    return version;
  }
}
