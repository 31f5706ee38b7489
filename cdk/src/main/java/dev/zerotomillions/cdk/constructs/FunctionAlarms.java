package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.phases.Symptom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;

/** The alarms that watch one function. */
public final class FunctionAlarms {
  private FunctionAlarms() {}

  /**
   * Watches a function that stands for the whole shop, whose throttles have a cure of their own.
   */
  public static void watchMonolith(Alarms alarms, String name, IFunction function) {
    alarms.onAny(
        name + "Errors",
        function.metricErrors(),
        name + " crashed or ran out of time: see its log.",
        Optional.empty());
    alarms.onAny(
        name + "Throttles",
        function.metricThrottles(),
        name + " was refused an environment: its concurrency cap, or the account's, is reached.",
        Optional.of(Symptom.THROTTLED));
  }

  /** Watches a function for crashes, timeouts and throttles. */
  public static void watch(Alarms alarms, String name, IFunction function) {
    alarms.onAny(
        name + "Faults",
        MathExpression.Builder.create()
            .expression("FILL(errors, 0) + FILL(throttles, 0)")
            .usingMetrics(
                // Sorted, since the template must come out the same each time.
                new TreeMap<>(
                    Map.of(
                        "errors",
                        function.metricErrors(),
                        "throttles",
                        function.metricThrottles())))
            .period(software.amazon.awscdk.Duration.minutes(5))
            .build(),
        name
            + " crashed, ran out of time (see its log), or was refused an environment as the"
            + " account has no more.",
        Optional.empty());
  }

  /** Watches a function's own share of the latency, where the API's doesn't tell whose it is. */
  public static void watchLatency(
      Alarms alarms, Endpoint endpoint, IFunction function, Duration target) {
    String name = endpoint.name();
    alarms.onLasting(
        name + "Latency",
        function.metricDuration(MetricOptions.builder().statistic("p99").build()),
        target.toMillis(),
        "%s takes %d ms or more for one call in a hundred.".formatted(name, target.toMillis()),
        endpoint.onlyReads() ? Optional.of(Symptom.SLOW_READS) : Optional.empty());
  }
}
