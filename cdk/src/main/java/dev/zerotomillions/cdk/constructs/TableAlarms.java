package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.phases.Symptom;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.ITable;

/** The alarms that watch the tables for load that they refuse. */
public final class TableAlarms {
  private static final MetricOptions SUM = MetricOptions.builder().statistic("Sum").build();

  private TableAlarms() {}

  /** Watches each table for throttled reads and writes. */
  public static void watch(Alarms alarms, Tables tables) {
    tables.byService().forEach((service, table) -> watch(alarms, service, table));
  }

  private static void watch(Alarms alarms, Service service, ITable table) {
    String name = service.title() + "Table";
    alarms.onAny(
        name + "Reads",
        metric(table, "ReadThrottleEvents"),
        "Reads of the %s table were throttled.".formatted(service.id()),
        Optional.of(Symptom.READ_CAPACITY));
    alarms.onAny(
        name + "Writes",
        metric(table, "WriteThrottleEvents"),
        "Writes to the %s table were throttled.".formatted(service.id()),
        Optional.of(Symptom.WRITE_CAPACITY));
  }

  private static Metric metric(ITable table, String name) {
    return table.metric(name, SUM);
  }
}
