package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.EndedInvocation;
import dev.zerotomillions.local.functions.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What Lambda itself records of an invocation: a segment on the call, and one on the function. */
final class LambdaSegments {
  private LambdaSegments() {}

  static List<ObjectNode> of(EndedInvocation invocation) {
    ObjectNode service = service(invocation);
    return invocation
        .begun()
        .map(begun -> List.of(service, function(invocation, begun)))
        .orElse(List.of(service));
  }

  private static ObjectNode service(EndedInvocation invocation) {
    ObjectNode segment = segment(invocation, "AWS::Lambda");
    segment.put("id", invocation.trace().service());
    invocation.trace().parent().ifPresent(each -> segment.put("parent_id", each));
    times(segment, invocation.accepted(), invocation.ended());
    boolean throttled = invocation.outcome() instanceof Invocation.Throttled;
    segment.putObject("http").putObject("response").put("status", throttled ? 429 : 200);
    if (throttled) {
      segment.put("throttle", true).put("error", true);
    }
    segment.putObject("aws").put("request_id", invocation.requestId());
    return segment;
  }

  private static ObjectNode function(EndedInvocation invocation, Instant begun) {
    ObjectNode segment = segment(invocation, "AWS::Lambda::Function");
    segment.put("id", invocation.trace().function());
    segment.put("parent_id", invocation.trace().service());
    times(segment, begun, invocation.ended());
    if (invocation.outcome() instanceof Invocation.Failed) {
      segment.put("fault", true);
    }
    ObjectNode aws = segment.putObject("aws");
    aws.put("account_id", invocation.version().account());
    aws.put("function_arn", invocation.version().functionArn());
    aws.putArray("cloudwatch_logs").addObject().put("log_group", invocation.version().logGroup());
    invocation.init().ifPresent(init -> initialization(segment, begun, init));
    return segment;
  }

  private static void initialization(ObjectNode segment, Instant begun, Duration init) {
    ObjectNode subsegment = segment.putArray("subsegments").addObject();
    String function = segment.path("id").asText();
    subsegment.put("id", new StringBuilder(function).reverse().toString());
    subsegment.put("name", "Initialization");
    times(subsegment, begun.minus(init), begun);
    subsegment.putObject("aws").put("function_arn", segment.at("/aws/function_arn").asText());
  }

  private static ObjectNode segment(EndedInvocation invocation, String origin) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("trace_id", invocation.trace().root())
        .put("name", invocation.version().name())
        .put("origin", origin)
        .put("resource_arn", invocation.arn());
  }

  private static void times(ObjectNode segment, Instant start, Instant end) {
    segment.put("start_time", seconds(start)).put("end_time", seconds(end));
  }

  private static double seconds(Instant instant) {
    return instant.getEpochSecond() + instant.getNano() / 1e9;
  }
}
