package dev.zerotomillions.local.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudWatchTest {
  private static final String REGION = "us-east-1";
  private static final long MINUTE = Instant.parse("2026-11-25T10:00:00Z").getEpochSecond();
  private static final String LATENCIES =
      """
      {'Namespace': 'Shop', 'MetricName': 'Latency', 'Period': 60, 'StartTime': %d, 'EndTime': %d,
       'Dimensions': [{'Name': 'Service', 'Value': 'orders'}],
       'Statistics': ['Sum', 'SampleCount', 'Maximum', 'Minimum', 'Average'],
       'ExtendedStatistics': ['p50', 'p99.9']}"""
          .formatted(MINUTE, MINUTE + 120);

  private final MetricStore store = new MetricStore();
  private final EmbeddedMetrics embedded = new EmbeddedMetrics(store);
  private final CloudWatchApi api = new CloudWatchApi(store);

  private void print(long second, String values) {
    embedded.read(
        REGION,
        """
        {'_aws': {'Timestamp': %d, 'CloudWatchMetrics': [{'Namespace': 'Shop',
          'Dimensions': [['Service'], ['Service', 'Function']],
          'Metrics': [{'Name': 'Latency', 'Unit': 'Milliseconds'}, {'Name': 'Orders'}]}]},
         'Service': 'orders', 'Function': 'PlaceOrder', 'Orders': 1, 'Latency': %s}"""
            .formatted(second * 1000, values)
            .replace('\'', '"'));
  }

  private AwsResponse send(Codec codec, String operation, String input) throws Exception {
    JsonNode tree = new JsonMapper().readTree(input.replace('\'', '"'));
    boolean cbor = codec == Codec.CBOR;
    ObjectMapper mapper = cbor ? new CBORMapper() : new JsonMapper();
    AwsRequest request =
        new AwsRequest(
            "POST",
            cbor ? "/service/GraniteServiceVersion20100801/operation/" + operation : "/",
            "",
            cbor
                ? Map.of("smithy-protocol", List.of("rpc-v2-cbor"))
                : Map.of("x-amz-target", List.of("GraniteServiceVersion20100801." + operation)),
            mapper.writeValueAsBytes(tree),
            REGION,
            "key");
    try {
      return api.handle(request);
    } catch (AwsError e) {
      return Objects.requireNonNull(api.error(request, e), "it has a form of its own");
    }
  }

  private JsonNode call(String operation, String input) throws Exception {
    AwsResponse response = send(Codec.JSON, operation, input);
    assertEquals(200, response.status(), new String(response.body(), StandardCharsets.UTF_8));
    return new JsonMapper().readTree(response.body());
  }

  @ParameterizedTest
  @EnumSource
  void metricsThatFunctionsPrint_areServedInBothProtocols(Codec codec) throws Exception {
    print(MINUTE, "[10, 20]");
    print(MINUTE + 59, "60");
    print(MINUTE + 60, "5");
    AwsResponse response = send(codec, "GetMetricStatistics", LATENCIES);
    ObjectMapper mapper = codec == Codec.CBOR ? new CBORMapper() : new JsonMapper();
    JsonNode points = mapper.readTree(response.body()).path("Datapoints");
    assertEquals(2, points.size());
    JsonNode first = points.path(0);
    assertEquals(MINUTE, first.path("Timestamp").asLong());
    assertEquals(90, first.path("Sum").asDouble());
    assertEquals(3, first.path("SampleCount").asDouble());
    assertEquals(30, first.path("Average").asDouble());
    assertEquals(10, first.path("Minimum").asDouble());
    assertEquals(60, first.path("Maximum").asDouble());
    assertEquals(20, first.at("/ExtendedStatistics/p50").asDouble());
    assertEquals(60, first.at("/ExtendedStatistics/p99.9").asDouble());
    assertEquals("Milliseconds", first.path("Unit").asText());
  }

  @Test
  void timesInCbor_bearTheTagThatSaysSo() throws Exception {
    print(MINUTE, "1");
    byte[] body = send(Codec.CBOR, "GetMetricStatistics", LATENCIES).body();
    try (CBORParser parser = new CBORFactory().createParser(body)) {
      while (!"Timestamp".equals(parser.nextFieldName())) {
        assertTrue(parser.currentToken() != null, "there is a Timestamp");
      }
      parser.nextToken();
      assertEquals(1, parser.getCurrentTag());
    }
  }

  @Test
  void data_comesPerQuery_newestFirst_unlessAskedOtherwise() throws Exception {
    print(MINUTE, "10");
    print(MINUTE + 60, "20");
    String query =
        """
        {'StartTime': %d, 'EndTime': %d, 'ScanBy': '%s', 'MetricDataQueries': [{'Id': 'm1',
          'MetricStat': {'Stat': 'Sum', 'Period': 60, 'Metric': {'Namespace': 'Shop',
          'MetricName': 'Latency', 'Dimensions': [{'Name': 'Service', 'Value': 'orders'}]}}}]}""";
    JsonNode newest =
        call("GetMetricData", query.formatted(MINUTE, MINUTE + 120, "TimestampDescending"))
            .at("/MetricDataResults/0");
    assertEquals("[20.0,10.0]", newest.path("Values").toString());
    assertEquals("Latency", newest.path("Label").asText());
    JsonNode oldest =
        call("GetMetricData", query.formatted(MINUTE, MINUTE + 120, "TimestampAscending"))
            .at("/MetricDataResults/0");
    assertEquals("[10.0,20.0]", oldest.path("Values").toString());
    JsonNode hour =
        call(
                "GetMetricData",
                query.formatted(MINUTE, MINUTE + 120, "").replace("'Period': 60", "'Period': 3600"))
            .at("/MetricDataResults/0");
    assertEquals("[30.0]", hour.path("Values").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                                          | 4",
        "{'Namespace': 'Shop', 'MetricName': 'Orders'}                               | 2",
        "{'Dimensions': [{'Name': 'Function'}]}                                      | 2",
        "{'Dimensions': [{'Name': 'Function', 'Value': 'GetOrder'}]}                 | 0",
        "{'Namespace': 'Other'}                                                      | 0",
      })
  void metrics_areListedByNameAndDimension(String input, int found) throws Exception {
    print(MINUTE, "1");
    assertEquals(found, call("ListMetrics", input).path("Metrics").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain text", "{broken \"CloudWatchMetrics\"", "{\"CloudWatchMetrics\": 1}"})
  void linesWithoutMetrics_changeNothing(String line) {
    embedded.read(REGION, line);
    assertEquals(List.of(), store.ids());
  }

  @Test
  void whatIsNotEmulated_isRefusedByName() throws Exception {
    AwsResponse expression =
        send(
            Codec.JSON,
            "GetMetricData",
            "{'StartTime': 1, 'EndTime': 2, 'MetricDataQueries': [{'Id': 'e', 'Expression': 'm1'}]}");
    assertEquals(400, expression.status());
    assertTrue(new String(expression.body(), StandardCharsets.UTF_8).contains("Expression"));
    assertEquals(
        400, send(Codec.JSON, "GetMetricStatistics", LATENCIES.replace("p50", "tm50")).status());
    assertEquals(
        400, send(Codec.JSON, "GetMetricStatistics", LATENCIES.replace("60", "7")).status());
    assertEquals(501, send(Codec.CBOR, "PutMetricData", "{}").status());
    AwsRequest query =
        new AwsRequest(
            "POST",
            "/",
            "",
            Map.of(),
            "Action=ListMetrics".getBytes(StandardCharsets.UTF_8),
            REGION,
            "key");
    assertThrows(AwsError.class, () -> api.handle(query));
  }

  @Test
  void datapoints_areBounded() {
    for (int i = 0; i < 1000; i++) {
      print(MINUTE + 60L * i, "1");
    }
    Metric metric = store.find(store.ids().getFirst()).orElseThrow();
    assertEquals(
        360,
        metric
            .between(
                Instant.EPOCH,
                Instant.ofEpochSecond(MINUTE).plusSeconds(100_000),
                Duration.ofMinutes(1))
            .size());
  }
}
