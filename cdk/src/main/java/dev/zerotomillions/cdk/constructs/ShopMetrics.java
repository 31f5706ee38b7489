package dev.zerotomillions.cdk.constructs;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/**
 * The metrics that the functions themselves write in their logs, over all services and functions.
 *
 * <p>They are queries rather than sums of named metrics, so that a function to come counts too.
 */
final class ShopMetrics {
  static final String NAMESPACE = "Shop";

  private ShopMetrics() {}

  static IMetric breakersOpened() {
    return query("SUM", "BreakerOpened", "Circuit breakers opened");
  }

  static IMetric retries() {
    return query("SUM", "CallRetries", "Calls tried again");
  }

  static IMetric coldStarts() {
    return query("SUM", "ColdStart", "Cold starts");
  }

  static IMetric unsettledTime() {
    return query("MAX", "UnsettledOrderAge", "Oldest unsettled order, ms");
  }

  static IMetric deadEvents() {
    return query("SUM", "DeadEvents", "Events set aside");
  }

  private static IMetric query(String statistic, String metric, String label) {
    return MathExpression.Builder.create()
        .expression("SELECT %s(%s) FROM %s".formatted(statistic, metric, NAMESPACE))
        .usingMetrics(Map.of())
        .label(label)
        .period(Duration.minutes(5))
        .build();
  }
}
