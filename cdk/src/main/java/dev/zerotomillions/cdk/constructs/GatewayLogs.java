package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Limits;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** The log of the gateway's requests, and the count of those that the gateway itself refused. */
public final class GatewayLogs extends Construct {
  private final LogGroup group;
  private final MetricFilter throttled;

  public GatewayLogs(Construct scope, String id, Limits limits) {
    super(scope, id);
    group =
        LogGroup.Builder.create(this, "Group")
            .retention(LogRetention.ofDays(limits.logDays()))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    // API Gateway has no metric for these. One that a function answers with 429 doesn't count.
    throttled =
        MetricFilter.Builder.create(this, "Throttled")
            .logGroup(group)
            .filterPattern(
                FilterPattern.all(
                    FilterPattern.stringValue("$.status", "=", "429"),
                    FilterPattern.stringValue("$.integrationStatus", "=", "-")))
            .metricNamespace(ShopMetrics.NAMESPACE)
            .metricName("ThrottledRequests")
            .metricValue("1")
            .build();
  }

  Metric throttled() {
    return throttled.metric(MetricOptions.builder().statistic("Sum").build());
  }

  public LogGroup group() {
    return group;
  }
}
