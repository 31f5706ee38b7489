package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.functions.Calls;
import dev.zerotomillions.local.functions.Calls.Target;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.TraceHeader;
import dev.zerotomillions.local.functions.runtime.InFlight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code Invoke}: at once, later, or not at all but checked. */
final class Invoke implements Operation {
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration LOG_PATIENCE = Duration.ofSeconds(1);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Calls calls;
  private final BiFunction<String, byte[], Invocation> later;

  Invoke(Calls calls, BiFunction<String, byte[], Invocation> later) {
    this.calls = calls;
    this.later = later;
  }

  @Override
  public AwsResponse answer(Call call) throws AwsError, InterruptedException {
    var name = call.function();
    var target = calls.find(name).orElseThrow(() -> Answers.notFound(call.parts().getFirst()));
    var payload = call.request().body();
    requireJson(payload);
    var type = call.header("x-amz-invocation-type").orElse("RequestResponse");
    return switch (type) {
      case "DryRun" -> new AwsResponse(204, Map.of(), new byte[0]);
      case "Event" -> queued(later.apply(target.arn(), payload));
      case "RequestResponse" -> waitedFor(call, target, payload);
      default ->
          throw new AwsError(
              400, "InvalidParameterValueException", "Unknown invocation type " + type);
    };
  }

  private AwsResponse waitedFor(Call call, Target target, byte[] payload)
      throws AwsError, InterruptedException {
    var context =
        call.header("x-amz-client-context")
            .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    var invocation =
        calls.call(
            target,
            InFlight.newRequestId(),
            payload,
            context,
            call.header("x-amzn-trace-id").flatMap(TraceHeader::parse));
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Amz-Executed-Version", target.version().version());
    var answer = invocation.answer(LONGEST);
    if (call.header("x-amz-log-type").equals(Optional.of("Tail"))) {
      var tail = invocation.logTail(LOG_PATIENCE);
      headers.put("X-Amz-Log-Result", Base64.getEncoder().encodeToString(tail));
    }
    return switch (answer) {
      case Invocation.Returned returned -> new AwsResponse(200, headers, returned.payload());
      case Invocation.Failed failed -> {
        headers.put("X-Amz-Function-Error", failed.kind());
        yield new AwsResponse(200, headers, failed.payload());
      }
      default -> throw refusal(answer);
    };
  }

  private static AwsResponse queued(Invocation answer) throws AwsError {
    if (answer instanceof Invocation.Accepted) {
      return new AwsResponse(202, Map.of(), new byte[0]);
    }
    throw refusal(answer);
  }

  private static AwsError refusal(Invocation answer) {
    return switch (answer) {
      case Invocation.Throttled throttled ->
          new AwsError(
              429, "TooManyRequestsException", "Rate Exceeded. (%s)".formatted(throttled.reason()));
      case Invocation.PayloadTooLarge tooLarge ->
          new AwsError(
              413,
              "RequestTooLargeException",
              "Request must be smaller than %d bytes for the InvokeFunction operation"
                  .formatted(tooLarge.limit()));
      case Invocation.NotFound missing -> Answers.notFound(missing.function());
      default -> new AwsError(500, "ServiceException", "The invocation has no answer");
    };
  }

  private static void requireJson(byte[] payload) throws AwsError {
    try {
      if (payload.length > 0) {
        JSON.readTree(payload);
      }
    } catch (JsonProcessingException e) {
      throw new AwsError(
          400,
          "InvalidRequestContentException",
          "Could not parse request body into json: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read", e);
    }
  }
}
