package dev.zerotomillions.local.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What names a metric: its namespace, its name, and its dimensions with their values. */
record MetricId(
    String region, String namespace, String name, SortedMap<String, String> dimensions) {
  MetricId {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  static MetricId of(String region, String namespace, String name, Map<String, String> dimensions) {
    return new MetricId(region, namespace, name, new TreeMap<>(dimensions));
  }
}
