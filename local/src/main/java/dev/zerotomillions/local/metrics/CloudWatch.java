package dev.zerotomillions.local.metrics;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.functions.EndedInvocation;
import dev.zerotomillions.local.functions.FunctionObserver;
import dev.zerotomillions.local.functions.model.FunctionVersion;

/** CloudWatch's metrics, which last as long as the emulator runs. */
public final class CloudWatch implements FunctionObserver {
  private final MetricStore store = new MetricStore();
  private final EmbeddedMetrics embedded = new EmbeddedMetrics(store);
  private final LambdaMetrics lambda = new LambdaMetrics(store);
  private final CloudWatchApi api = new CloudWatchApi(store);

  public AwsApi api() {
    return api;
  }

  @Override
  public void ended(EndedInvocation invocation) {
    lambda.count(invocation);
  }

  @Override
  public void printed(FunctionVersion version, String line) {
    embedded.read(version.region(), line);
  }
}
