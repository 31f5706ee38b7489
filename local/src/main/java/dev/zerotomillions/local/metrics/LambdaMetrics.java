package dev.zerotomillions.local.metrics;

import dev.zerotomillions.local.functions.EndedInvocation;
import dev.zerotomillions.local.functions.Invocation;
import java.util.List;
import java.util.Map;

/** Lambda's own metrics on functions: of each, of each as it was named, and of all together. */
final class LambdaMetrics {
  private static final String NAMESPACE = "AWS/Lambda";

  private final MetricStore store;

  LambdaMetrics(MetricStore store) {
    this.store = store;
  }

  void count(EndedInvocation invocation) {
    if (invocation.outcome() instanceof Invocation.Throttled) {
      add(invocation, "Throttles", 1, "Count");
      return;
    }
    boolean failed = invocation.outcome() instanceof Invocation.Failed;
    add(invocation, "Invocations", 1, "Count");
    add(invocation, "Errors", failed ? 1 : 0, "Count");
    add(invocation, "Throttles", 0, "Count");
    add(invocation, "Duration", invocation.duration().toNanos() / 1e6, "Milliseconds");
  }

  private void add(EndedInvocation invocation, String name, double value, String unit) {
    String function = invocation.version().name();
    String arn = invocation.arn();
    String resource = arn.substring(arn.indexOf(":function:") + ":function:".length());
    List<Map<String, String>> dimensionSets =
        List.of(
            Map.of(),
            Map.of("FunctionName", function),
            Map.of("FunctionName", function, "Resource", resource));
    for (Map<String, String> dimensions : dimensionSets) {
      MetricId id = MetricId.of(invocation.version().region(), NAMESPACE, name, dimensions);
      store.add(id, invocation.ended(), value, unit);
    }
  }
}
