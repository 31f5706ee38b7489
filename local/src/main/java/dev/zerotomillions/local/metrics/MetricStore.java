package dev.zerotomillions.local.metrics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All metrics of late, in memory. Beyond a bound, the one that no value came to for longest goes.
 */
final class MetricStore {
  private static final int MOST_METRICS = 5_000;

  private final Map<MetricId, Metric> metrics =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MetricId, Metric> eldest) {
          return size() > MOST_METRICS;
        }
      };

  void add(MetricId id, Instant time, double value, String unit) {
    Metric metric;
    synchronized (metrics) {
      metric = metrics.computeIfAbsent(id, key -> new Metric());
    }
    metric.add(time, value, unit);
  }

  Optional<Metric> find(MetricId id) {
    synchronized (metrics) {
      return Optional.ofNullable(metrics.get(id));
    }
  }

  List<MetricId> ids() {
    synchronized (metrics) {
      return List.copyOf(metrics.keySet());
    }
  }
}
