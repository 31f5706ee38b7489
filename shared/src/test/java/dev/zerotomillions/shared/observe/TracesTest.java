package dev.zerotomillions.shared.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final String ROOT = "1-5759e988-bd862e3fe1be46a994272793";
  private static final String FUNCTION = "53995c3f42cd8ad8";
  private static final String SAMPLED = "Root=" + ROOT + ";Parent=" + FUNCTION + ";Sampled=1";

  private final List<Map<String, Object>> sent = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong();

  private Traces traces(String header) {
    return new Traces(
        () -> TraceContext.parse(header),
        sent::add,
        InstantSource.fixed(Instant.ofEpochMilli(1500)),
        ids::incrementAndGet);
  }

  private Map<String, Object> onlySegment() {
    assertEquals(1, sent.size());
    return sent.getFirst();
  }

  @Test
  void span_isASubsegmentOfTheInvocation_whichTellsWhatItIsAbout() {
    try (Correlation _ = Correlation.begin("req-1", "chain-1")) {
      Correlation.annotate("orderId", "ord_1");
      try (Span span = traces(SAMPLED).begin("payments", "remote")) {
        span.answered(Map.of("method", "PUT", "url", "/internal/payments/ord_1"), 200);
      }
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("type", "subsegment"),
            Map.entry("name", "payments"),
            Map.entry("namespace", "remote"),
            Map.entry("id", "0000000000000001"),
            Map.entry("trace_id", ROOT),
            Map.entry("parent_id", FUNCTION),
            Map.entry("start_time", 1.5),
            Map.entry("end_time", 1.5),
            Map.entry("annotations", Map.of("orderId", "ord_1", "correlationId", "chain-1")),
            Map.entry(
                "http",
                Map.of(
                    "request",
                    Map.of("method", "PUT", "url", "/internal/payments/ord_1"),
                    "response",
                    Map.of("status", 200)))),
        onlySegment());
  }

  @Test
  void callee_isToldToHangBelowTheSpan() {
    try (Span span = traces(SAMPLED).begin("payments", "remote")) {
      assertEquals(
          Optional.of("Root=" + ROOT + ";Parent=0000000000000001;Sampled=1"), span.header());
    }
  }

  @Test
  void spanWithinASpan_hangsBelowIt_andTheNextOneDoesNot() {
    Traces traces = traces(SAMPLED);
    try (Span _ = traces.begin("payments", "remote")) {
      traces.begin("DynamoDB", "aws").close();
    }
    traces.begin("DynamoDB", "aws").close();
    assertEquals(
        List.of("0000000000000001", FUNCTION, FUNCTION),
        sent.stream().map(segment -> segment.get("parent_id")).toList());
  }

  @Test
  void failedCalls_areMarked() {
    Traces traces = traces(SAMPLED);
    for (int status : new int[] {404, 429, 503}) {
      try (Span span = traces.begin("payments", "remote")) {
        span.answered(Map.of(), status);
      }
    }
    try (Span span = traces.begin("payments", "remote")) {
      span.failed(new IOException("of customer@example.com"));
    }
    assertEquals(true, sent.get(0).get("error"));
    assertNull(sent.get(0).get("throttle"));
    assertEquals(true, sent.get(1).get("throttle"));
    assertEquals(true, sent.get(2).get("fault"));
    assertEquals(true, sent.get(3).get("fault"));
    assertFalse(sent.toString().contains("customer@example.com"));
  }

  @Test
  void invocationOutsideTheSample_sendsNothing_andHasItsCalleesSendNothing() {
    String header = SAMPLED.replace("Sampled=1", "Sampled=0");
    try (Span span = traces(header).begin("payments", "remote")) {
      assertEquals(Optional.of(header), span.header());
    }
    assertEquals(List.of(), sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Root", "Root=1-x;Parent=y", "Root=;Parent=;Sampled=1", ";;=;"})
  void headerThatIsNone_tracesNothing(String header) {
    try (Span span = traces(header).begin("payments", "remote")) {
      assertEquals(Optional.empty(), span.header());
    }
    assertEquals(List.of(), sent);
  }

  @Test
  void otherMembersOfTheHeader_areAWSsOwn() {
    assertEquals(
        Optional.of(new TraceContext(ROOT, FUNCTION, true)),
        TraceContext.parse("Self=1-2-3; " + SAMPLED + ";Lineage=1:ab:0"));
  }

  @Test
  void daemon_getsEachSegmentInAPacketOfItsOwn() throws IOException {
    try (var daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      daemon.setSoTimeout(5_000);
      TraceDaemon.at("127.0.0.1:" + daemon.getLocalPort()).accept(Map.of("name", "payments"));
      var packet = new DatagramPacket(new byte[1000], 1000);
      daemon.receive(packet);
      byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
      assertEquals("{\"format\":\"json\",\"version\":1}", lines[0]);
      assertEquals(
          Map.of("name", "payments"), Json.read(lines[1].getBytes(StandardCharsets.UTF_8)));
    }
  }
}
