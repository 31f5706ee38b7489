package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The one page that shows how the shop does: the API, its functions, its tables. */
public final class ShopDashboard extends Construct {
  private static final int FULL_WIDTH = 24;
  private static final int HALF = 12;
  private static final int THIRD = 8;

  public ShopDashboard(
      Construct scope,
      String id,
      Phase phase,
      ApiGateway gateway,
      GatewayLogs logs,
      Map<String, IFunction> functions,
      Tables tables) {
    super(scope, id);
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.of(heading(phase)),
                List.of(
                    graph(
                        "Requests",
                        HALF,
                        List.of(gateway.requests(), gateway.serverErrors(), logs.throttled())),
                    graph(
                        "Latency", HALF, List.of(gateway.latency("p50"), gateway.latency("p99")))),
                List.of(
                    perFunction("Errors", functions, IFunction::metricErrors),
                    perFunction("Throttles", functions, IFunction::metricThrottles),
                    perFunction("Duration, p99", functions, ShopDashboard::slowest)),
                List.of(
                    graph(
                        "Calls between services",
                        THIRD,
                        List.of(ShopMetrics.retries(), ShopMetrics.breakersOpened())),
                    graph(
                        "Unsettled orders, events set aside",
                        THIRD,
                        List.of(ShopMetrics.unsettledTime(), ShopMetrics.deadEvents())),
                    graph("Cold starts", THIRD, List.of(ShopMetrics.coldStarts()))),
                List.of(
                    perTable("Read capacity", tables, "ConsumedReadCapacityUnits"),
                    perTable("Write capacity", tables, "ConsumedWriteCapacityUnits"))))
        .build();
  }

  private static IWidget heading(Phase phase) {
    return TextWidget.Builder.create()
        .markdown("# Shop, phase " + phase)
        .width(FULL_WIDTH)
        .height(1)
        .build();
  }

  private static IWidget perFunction(
      String title, Map<String, IFunction> functions, Function<IFunction, Metric> metric) {
    List<IMetric> metrics = new ArrayList<>();
    functions.forEach(
        (name, function) ->
            metrics.add(metric.apply(function).with(MetricOptions.builder().label(name).build())));
    return graph(title, THIRD, metrics);
  }

  private static IWidget perTable(String title, Tables tables, String metric) {
    List<IMetric> metrics = new ArrayList<>();
    tables
        .byService()
        .forEach((service, table) -> metrics.add(capacity(table, metric, service.id())));
    return graph(title, HALF, metrics);
  }

  private static IMetric capacity(ITable table, String metric, String label) {
    return table.metric(metric, MetricOptions.builder().statistic("Sum").label(label).build());
  }

  private static Metric slowest(IFunction function) {
    return function.metricDuration(MetricOptions.builder().statistic("p99").build());
  }

  private static IWidget graph(String title, int width, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).width(width).left(metrics).build();
  }
}
