package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.InvokePermissions;
import dev.zerotomillions.local.functions.TraceHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls functions on the gateway's behalf. */
public final class Invoker {
  private static final String PRINCIPAL = "apigateway.amazonaws.com";

  /** Lambda's limit of a synchronous payload, 6 MB and a margin that it grants. */
  private static final int MAX_EVENT = 6_291_556;

  private final Functions functions;
  private final InvokePermissions permissions;

  public Invoker(Functions functions, InvokePermissions permissions) {
    this.functions = functions;
    this.permissions = permissions;
  }

  /** Why a function gave no answer that the gateway can use. */
  public enum Cause {
    NOT_PERMITTED,
    NOT_FOUND,
    THROTTLED,
    FUNCTION_ERROR,
    TIMED_OUT,
    EVENT_TOO_LARGE
  }

  /** What came of a call. */
  public sealed interface Reply {}

  public record Answered(byte[] payload) implements Reply {}

  public record Unanswered(Cause cause, String message) implements Reply {}

  public Reply invoke(
      String function, String sourceArn, byte[] event, Duration patience, String traceId)
      throws InterruptedException {
    if (event.length > MAX_EVENT) {
      return new Unanswered(Cause.EVENT_TOO_LARGE, "the event is over Lambda's 6 MB");
    }
    if (!permissions.allows(function, PRINCIPAL, sourceArn)) {
      return new Unanswered(
          Cause.NOT_PERMITTED,
          "no AWS::Lambda::Permission lets %s invoke %s".formatted(sourceArn, function));
    }
    return switch (functions.invoke(function, event, patience, TraceHeader.parse(traceId))) {
      case Invocation.Returned returned -> new Answered(returned.payload());
      case Invocation.Failed failed ->
          new Unanswered(
              Cause.FUNCTION_ERROR, new String(failed.payload(), StandardCharsets.UTF_8));
      case Invocation.Throttled throttled -> new Unanswered(Cause.THROTTLED, throttled.reason());
      case Invocation.TookTooLong late ->
          new Unanswered(Cause.TIMED_OUT, "no answer within " + patience);
      case Invocation.PayloadTooLarge tooLarge ->
          new Unanswered(
              Cause.EVENT_TOO_LARGE, "the event is over %d bytes".formatted(tooLarge.limit()));
      case Invocation.NotFound missing ->
          new Unanswered(Cause.NOT_FOUND, "there is no function " + missing.function());
      case Invocation.Accepted accepted ->
          throw new IllegalStateException("a synchronous invocation was queued");
    };
  }

  /** The function's ARN in an integration's URI, which is the ARN itself or API Gateway's form. */
  public static String functionIn(String uri) {
    int start = uri.indexOf("/functions/");
    int end = uri.lastIndexOf("/invocations");
    return start < 0 || end < start ? uri : uri.substring(start + "/functions/".length(), end);
  }
}
