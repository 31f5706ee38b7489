package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the ordinary AWS CLI shows of a running shop. */
@TestInstance(Lifecycle.PER_CLASS)
class AwsCliTest {
  private static final String CORRELATION = "seen-by-the-cli";

  private RunningShop shop;
  private AwsCli aws;
  private String function;

  @BeforeAll
  void up(@TempDir Path data) throws IOException, InterruptedException {
    shop = RunningShop.up(data);
    aws = AwsCli.of(shop);
    function = aws.call("scheduler", "list-schedules").at("/Schedules/0/Target/Arn").asText();
    var anyone = shop.client();
    var answer =
        anyone.send(anyone.request("/products").header("X-Correlation-Id", CORRELATION).GET());
    assertEquals(200, answer.status(), answer.toString());
  }

  @AfterAll
  void down() throws IOException {
    shop.close();
  }

  /**
   * Asks until there is something, as metrics and traces come after the answer that they tell of.
   */
  private static JsonNode some(Callable<JsonNode> ask) throws Exception {
    for (int i = 0; i < 30; i++) {
      JsonNode found = ask.call();
      if (!found.isEmpty()) {
        return found;
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
    throw new AssertionError("nothing came");
  }

  private static String[] lastHour(String... arguments) {
    var line = new ArrayList<>(List.of(arguments));
    line.add("--start-time");
    line.add(Instant.now().minus(Duration.ofHours(1)).toString());
    line.add("--end-time");
    line.add(Instant.now().plusSeconds(60).toString());
    return line.toArray(String[]::new);
  }

  @Test
  void schedules_areListedAndShown() throws Exception {
    JsonNode schedules =
        aws.call("scheduler", "list-schedules", "--state", "ENABLED").path("Schedules");
    assertTrue(schedules.size() >= 5, schedules.toString());
    JsonNode first = schedules.path(0);

    JsonNode schedule =
        aws.call("scheduler", "get-schedule", "--name", first.path("Name").asText());

    assertEquals("rate(1 minute)", schedule.path("ScheduleExpression").asText());
    assertEquals(first.at("/Target/Arn"), schedule.at("/Target/Arn"));
    assertTrue(
        aws.refusal("scheduler", "get-schedule", "--name", "none")
            .contains("ResourceNotFoundException"));
    assertTrue(
        aws.refusal("scheduler", "delete-schedule", "--name", "any").contains("GetSchedule"));
  }

  @Test
  void metrics_areListedAndSummedUp() throws Exception {
    JsonNode printed =
        some(
            () ->
                aws.call(
                        "cloudwatch",
                        "list-metrics",
                        "--namespace",
                        "Shop",
                        "--metric-name",
                        "ColdStart",
                        "--dimensions",
                        "Name=Service,Value=monolith")
                    .path("Metrics"));
    assertEquals(1, printed.size(), printed.toString());

    JsonNode points =
        some(
            () ->
                aws.call(
                        lastHour(
                            "cloudwatch",
                            "get-metric-statistics",
                            "--namespace",
                            "AWS/Lambda",
                            "--metric-name",
                            "Invocations",
                            "--period",
                            "3600",
                            "--statistics",
                            "Sum"))
                    .path("Datapoints"));
    assertTrue(points.path(0).path("Sum").asDouble() >= 1, points.toString());

    JsonNode data =
        aws.call(
                lastHour(
                    "cloudwatch",
                    "get-metric-data",
                    "--metric-data-queries",
                    """
                    [{"Id": "d", "MetricStat": {"Stat": "p99", "Period": 3600,
                      "Metric": {"Namespace": "AWS/Lambda", "MetricName": "Duration"}}}]"""))
            .path("MetricDataResults");
    assertTrue(data.at("/0/Values/0").asDouble() > 0, data.toString());

    assertTrue(
        aws.refusal(
                "cloudwatch",
                "put-metric-data",
                "--namespace",
                "a",
                "--metric-name",
                "b",
                "--value",
                "1")
            .contains("ListMetrics"));
  }

  @Test
  void traces_areFoundByCorrelationId_andRead() throws Exception {
    JsonNode found =
        some(
            () ->
                aws.call(
                        lastHour(
                            "xray",
                            "get-trace-summaries",
                            "--filter-expression",
                            "annotation.correlationId = \"%s\"".formatted(CORRELATION)))
                    .path("TraceSummaries"));
    assertEquals(1, found.size(), found.toString());

    String id = found.at("/0/Id").asText();
    JsonNode trace = aws.call("xray", "batch-get-traces", "--trace-ids", id).path("Traces");

    assertTrue(trace.toString().contains("AWS::Lambda"), trace.toString());
    assertTrue(aws.refusal(lastHour("xray", "get-service-graph")).contains("GetTraceSummaries"));
  }

  @Test
  void otherServices_answerToo() throws Exception {
    String name = function.replaceFirst(":live$", "");
    JsonNode configuration =
        aws.call("lambda", "get-function-configuration", "--function-name", name);
    assertEquals("java25", configuration.path("Runtime").asText());
    assertTrue(aws.call("dynamodb", "list-tables").path("TableNames").size() >= 5);
    assertEquals(1, aws.call("s3api", "list-buckets").path("Buckets").size());
    assertTrue(aws.call("ssm", "describe-parameters").path("Parameters").size() >= 2);
    assertTrue(
        aws.call("sts", "get-caller-identity").path("Arn").asText().endsWith("user/developer"));
  }
}
