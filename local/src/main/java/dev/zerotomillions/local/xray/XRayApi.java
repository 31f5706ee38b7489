package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** X-Ray's API: finding traces, reading them whole, and sending segments. */
final class XRayApi implements AwsApi {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 100;

  private final TraceStore store;
  private final InstantSource clock;

  XRayApi(TraceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String signingName() {
    return "xray";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    String action =
        switch (request.path()) {
          case "/TraceSummaries" -> "GetTraceSummaries";
          case "/Traces" -> "BatchGetTraces";
          case "/TraceSegments" -> "PutTraceSegments";
          default -> throw Guard.unknown("xray", request.path());
        };
    return List.of(new Need("xray:" + action, "*"));
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    JsonNode input = input(request);
    ObjectNode output =
        switch (request.path()) {
          case "/TraceSummaries" -> summaries(input);
          case "/Traces" -> traces(input);
          case "/TraceSegments" -> put(input);
          default ->
              throw new AwsError(
                  501,
                  "NotImplemented",
                  "Emulated of xray here: GetTraceSummaries, BatchGetTraces, PutTraceSegments");
        };
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/json"),
        output.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode input(AwsRequest request) throws AwsError {
    try {
      return JSON.readTree(new String(request.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw invalid("The request's body is not JSON");
    }
  }

  /** A page of summaries; the token is the number of those before it. */
  private ObjectNode summaries(JsonNode input) throws AwsError {
    Instant from = time(input, "StartTime");
    Instant to = time(input, "EndTime");
    String expression = input.path("FilterExpression").asText("");
    Predicate<Summary> filter = expression.isBlank() ? any -> true : Filter.parse(expression);
    List<Summary> found =
        store.newestFirst().stream()
            .filter(each -> each.startedBetween(from, to))
            .map(Summary::of)
            .filter(filter)
            .toList();
    int skip = input.path("NextToken").asInt(0);
    ObjectNode output = JSON.createObjectNode();
    ArrayNode page = output.putArray("TraceSummaries");
    found.stream().skip(skip).limit(PAGE).map(Summary::toJson).forEach(page::add);
    output.put("ApproximateTime", clock.instant().getEpochSecond());
    output.put("TracesProcessedCount", found.size());
    if (found.size() > skip + PAGE) {
      output.put("NextToken", Integer.toString(skip + PAGE));
    }
    return output;
  }

  private ObjectNode traces(JsonNode input) throws AwsError {
    ObjectNode output = JSON.createObjectNode();
    ArrayNode traces = output.putArray("Traces");
    ArrayNode unprocessed = output.putArray("UnprocessedTraceIds");
    if (input.path("TraceIds").size() > 5) {
      throw invalid("At most 5 trace ids are read at once");
    }
    for (JsonNode id : input.path("TraceIds")) {
      Optional<Trace> trace = store.find(id.asText());
      trace.ifPresentOrElse(each -> describe(each, traces.addObject()), () -> unprocessed.add(id));
    }
    return output;
  }

  private static void describe(Trace trace, ObjectNode json) {
    json.put("Id", trace.id()).put("Duration", Summary.of(trace).duration());
    json.put("LimitExceeded", trace.limitExceeded());
    ArrayNode segments = json.putArray("Segments");
    for (ObjectNode segment : trace.segments()) {
      segments
          .addObject()
          .put("Id", segment.path("id").asText())
          .put("Document", segment.toString());
    }
  }

  private ObjectNode put(JsonNode input) {
    ObjectNode output = JSON.createObjectNode();
    ArrayNode unprocessed = output.putArray("UnprocessedTraceSegments");
    for (JsonNode document : input.path("TraceSegmentDocuments")) {
      boolean taken;
      try {
        taken = JSON.readTree(document.asText()) instanceof ObjectNode node && store.add(node);
      } catch (JsonProcessingException e) {
        taken = false;
      }
      if (!taken) {
        unprocessed.addObject().put("ErrorCode", "ParseError").put("Message", "Not a segment");
      }
    }
    return output;
  }

  private static Instant time(JsonNode input, String name) throws AwsError {
    JsonNode time = input.path(name);
    if (!time.isNumber()) {
      throw invalid(name + " is required, in seconds since 1970");
    }
    return Instant.ofEpochMilli(Math.round(time.asDouble() * 1000));
  }

  private static AwsError invalid(String message) {
    return new AwsError(400, "InvalidRequestException", message);
  }
}
