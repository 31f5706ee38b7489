package dev.zerotomillions.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A metric's datapoints of late, a minute each: when there are too many, the oldest go. */
final class Metric {
  private static final long MINUTE = 60;
  private static final int MOST_MINUTES = 6 * 60;

  private final SortedMap<Long, Datapoint> byMinute = new TreeMap<>();
  private String unit = "None";

  synchronized void add(Instant time, double value, String valuesUnit) {
    unit = valuesUnit;
    long second = time.getEpochSecond();
    byMinute.computeIfAbsent(second - second % MINUTE, key -> new Datapoint()).add(value);
    if (byMinute.size() > MOST_MINUTES) {
      byMinute.remove(byMinute.firstKey());
    }
  }

  synchronized String unit() {
    return unit;
  }

  /** The datapoints between two times, joined into periods of whole minutes. */
  synchronized SortedMap<Instant, Datapoint> between(Instant from, Instant to, Duration period) {
    SortedMap<Instant, Datapoint> periods = new TreeMap<>();
    long start = from.getEpochSecond() - from.getEpochSecond() % MINUTE;
    byMinute
        .subMap(start, Math.max(start, to.getEpochSecond()))
        .forEach(
            (minute, datapoint) -> {
              Instant begin = Instant.ofEpochSecond(minute - minute % period.toSeconds());
              periods.computeIfAbsent(begin, key -> new Datapoint()).addAll(datapoint);
            });
    return periods;
  }
}
