package dev.zerotomillions.local.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XRayTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final long SECOND = NOW.getEpochSecond();
  private static final String TRACE = "1-69257000-aaaaaaaaaaaaaaaaaaaaaaaa";

  private final XRay xray = new XRay(InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    xray.close();
  }

  private JsonNode call(String path, String input) throws Exception {
    byte[] body = input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    AwsRequest request = new AwsRequest("POST", path, "", Map.of(), body, "us-east-1", "key");
    return JSON.readTree(xray.api().handle(request).body());
  }

  /** Sends a packet to the daemon and waits until what came before it has been taken. */
  private void send(String... packets) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (String packet : packets) {
        byte[] bytes = packet.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        socket.send(
            new DatagramPacket(
                bytes, bytes.length, InetAddress.getLoopbackAddress(), xray.daemonPort()));
      }
    }
  }

  private static String segment(String id, String name, String more) {
    return "{'format': 'json', 'version': 1}\n{'trace_id': '%s', 'id': '%s', 'name': '%s', %s}"
        .formatted(TRACE, id, name, more);
  }

  private JsonNode summaries(String filter) throws Exception {
    return call(
            "/TraceSummaries",
            JSON.createObjectNode()
                .put("StartTime", SECOND - 60)
                .put("EndTime", SECOND + 60)
                .put("FilterExpression", filter)
                .toString())
        .path("TraceSummaries");
  }

  private void sendAnOrder() throws Exception {
    send(
        segment(
            "1111111111111111",
            "PlaceOrder",
            "'origin': 'AWS::Lambda', 'start_time': %d.0, 'end_time': %d.5, 'http': {'response': {'status': 200}}"
                .formatted(SECOND, SECOND)),
        segment(
            "2222222222222222",
            "Payments",
            """
            'type': 'subsegment', 'parent_id': '1111111111111111', 'start_time': %d.1,
            'end_time': %d.4, 'fault': true, 'annotations': {'attempt': 2, 'order': 'ord_1'}"""
                .formatted(SECOND, SECOND)));
    awaitSegments(2);
  }

  private void awaitSegments(int count) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (segments() < count) {
      assertTrue(System.nanoTime() < deadline, "the segments never arrived");
      Thread.onSpinWait();
    }
  }

  private int segments() throws Exception {
    return call("/Traces", "{'TraceIds': ['%s']}".formatted(TRACE)).at("/Traces/0/Segments").size();
  }

  @Test
  void segmentsSentToTheDaemon_makeOneTrace() throws Exception {
    sendAnOrder();
    JsonNode trace = call("/Traces", "{'TraceIds': ['%s', 'none']}".formatted(TRACE));
    assertEquals("none", trace.at("/UnprocessedTraceIds/0").asText());
    assertEquals(0.5, trace.at("/Traces/0/Duration").asDouble(), 0.001);
    JsonNode document = JSON.readTree(trace.at("/Traces/0/Segments/1/Document").asText());
    assertEquals("Payments", document.path("name").asText());
    JsonNode summary = summaries("").path(0);
    assertEquals(TRACE, summary.path("Id").asText());
    assertTrue(summary.path("HasFault").asBoolean());
    assertFalse(summary.path("HasThrottle").asBoolean());
    assertEquals(0.5, summary.path("ResponseTime").asDouble(), 0.001);
    assertEquals(200, summary.at("/Http/HttpStatus").asInt());
    assertEquals("PlaceOrder", summary.at("/EntryPoint/Name").asText());
    assertEquals("ord_1", summary.at("/Annotations/order/0/AnnotationValue/StringValue").asText());
  }

  @Test
  void segmentInProgress_isReplacedOnceItIsDone() throws Exception {
    send(
        segment(
            "1111111111111111", "Slow", "'start_time': %d, 'in_progress': true".formatted(SECOND)));
    awaitSegments(1);
    assertTrue(summaries("").path(0).path("IsPartial").asBoolean());
    send(
        segment(
            "1111111111111111",
            "Slow",
            "'start_time': %d, 'end_time': %d".formatted(SECOND, SECOND + 3)));
    send(segment("2222222222222222", "After", "'start_time': %d".formatted(SECOND)));
    awaitSegments(2);
    assertFalse(summaries("").path(0).path("IsPartial").asBoolean());
    assertEquals(3, summaries("").path(0).path("Duration").asDouble());
  }

  @Test
  void packetsThatAreNoSegments_areLeftOut() throws Exception {
    send(
        "hello",
        "{'format': 'json'}",
        "{'format': 'json'}\n{broken",
        "\n",
        "{'format': 'json'}\n[1]");
    send("{'format': 'json', 'version': 1}\n{'name': 'no ids'}");
    sendAnOrder();
    assertEquals(2, segments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "service(\"PlaceOrder\")                        | 1",
        "service(\"GetOrder\")                          | 0",
        "fault                                          | 1",
        "!fault                                         | 0",
        "error                                          | 0",
        "responsetime > 0.3 AND duration <= 1           | 1",
        "responsetime > 0.6                             | 0",
        "annotation.order = \"ord_1\" AND fault         | 1",
        "annotation[attempt] = 2                        | 1",
        "annotation.order = \"ord_2\"                   | 0",
      })
  void filterExpression_choosesTraces(String filter, int found) throws Exception {
    sendAnOrder();
    assertEquals(found, summaries(filter).size());
  }

  @Test
  void filterThatIsNotUnderstood_isRefused() {
    AwsError refusal = assertThrows(AwsError.class, () -> summaries("group.name = \"x\""));
    assertEquals("InvalidRequestException", refusal.code());
  }

  @Test
  void tracesOutsideTheTimeRange_areNotListed() throws Exception {
    sendAnOrder();
    String later = "{'StartTime': %d, 'EndTime': %d}".formatted(SECOND + 1, SECOND + 60);
    assertEquals(0, call("/TraceSummaries", later).path("TraceSummaries").size());
  }

  @Test
  void oldestTraces_goWhenThereAreTooMany() throws Exception {
    TraceStore store = new TraceStore(3);
    IntStream.range(0, 5)
        .forEach(
            i -> store.add(JSON.createObjectNode().put("trace_id", "t" + i).put("id", "s" + i)));
    assertEquals(3, store.newestFirst().size());
    assertTrue(store.find("t1").isEmpty());
    assertTrue(store.find("t4").isPresent());
  }

  @Test
  void segmentsSentByTheApi_areTaken() throws Exception {
    String document =
        "{\\'trace_id\\': \\'%s\\', \\'id\\': \\'3333333333333333\\'}".formatted(TRACE);
    JsonNode answer =
        call(
            "/TraceSegments",
            JSON.createObjectNode()
                .set(
                    "TraceSegmentDocuments",
                    JSON.createArrayNode().add(document.replace("\\'", "\"")).add("no segment"))
                .toString());
    assertEquals(1, answer.path("UnprocessedTraceSegments").size());
    assertEquals(1, segments());
  }
}
