package dev.zerotomillions.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What X-Ray's API tells of a running system's requests. */
final class Traces {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names the API; the emulator takes any credentials. */
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/xray/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;

  Traces(String endpoint) {
    this.endpoint = endpoint;
  }

  /** For each trace that bears a correlation id, the names of all its segments. */
  List<Set<String>> segments(String correlationId) throws IOException, InterruptedException {
    var now = Instant.now().getEpochSecond();
    var question =
        JSON.createObjectNode()
            .put("StartTime", now - Duration.ofMinutes(5).toSeconds())
            .put("EndTime", now + 1)
            .put("FilterExpression", "annotation.correlationId = \"" + correlationId + "\"");
    var ids = JSON.createArrayNode();
    for (var summary : ask("/TraceSummaries", question).path("TraceSummaries")) {
      ids.add(summary.path("Id"));
    }
    var traces = new ArrayList<Set<String>>();
    var whole = ask("/Traces", JSON.createObjectNode().set("TraceIds", ids));
    for (var trace : whole.path("Traces")) {
      var names = new TreeSet<String>();
      for (var segment : trace.path("Segments")) {
        names.add(JSON.readTree(segment.path("Document").asText()).path("name").asText());
      }
      traces.add(names);
    }
    return traces;
  }

  private JsonNode ask(String path, ObjectNode question) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .header("Authorization", SIGNATURE)
            .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
