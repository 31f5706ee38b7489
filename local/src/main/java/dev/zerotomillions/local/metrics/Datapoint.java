package dev.zerotomillions.local.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a metric within some time, as one set. */
final class Datapoint {
  /** Distinct values that are kept for percentiles; CloudWatch takes 150 in one call. */
  private static final int MOST_VALUES = 150;

  private final SortedMap<Double, Long> counts = new TreeMap<>();
  private long count;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;

  void add(double value) {
    count++;
    sum += value;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
    if (counts.size() < MOST_VALUES || counts.containsKey(value)) {
      counts.merge(value, 1L, Long::sum);
    }
  }

  void addAll(Datapoint other) {
    count += other.count;
    sum += other.sum;
    minimum = Math.min(minimum, other.minimum);
    maximum = Math.max(maximum, other.maximum);
    other.counts.forEach((value, times) -> counts.merge(value, times, Long::sum));
  }

  /** A statistic: a percentile such as {@code p99.9}, or one of the five by name. */
  double get(Statistic statistic) {
    return switch (statistic) {
      case Statistic.Percentile percentile -> percentile(percentile.percent());
      case Statistic.Named named ->
          switch (named) {
            case SAMPLE_COUNT -> count;
            case AVERAGE -> sum / count;
            case SUM -> sum;
            case MINIMUM -> minimum;
            case MAXIMUM -> maximum;
          };
    };
  }

  private double percentile(double percent) {
    long known = counts.values().stream().mapToLong(Long::longValue).sum();
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * known));
    for (Map.Entry<Double, Long> each : counts.entrySet()) {
      rank -= each.getValue();
      if (rank <= 0) {
        return each.getKey();
      }
    }
    return maximum;
  }
}
