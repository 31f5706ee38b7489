package dev.zerotomillions.local.functions.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zerotomillions.local.functions.Invocation.Failed;
import dev.zerotomillions.local.functions.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The errors that Lambda itself reports, in its words. */
final class Failures {
  private static final int SIGNALLED = 128;
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  private Failures() {}

  static Failed byHandler(String requestId, byte[] error) {
    return new Failed(requestId, "Unhandled", error);
  }

  static Failed timedOut(String requestId, int seconds) {
    return failed(
        requestId,
        "Sandbox.Timedout",
        "RequestId: %s Error: %s".formatted(requestId, timedOutAfter(seconds)));
  }

  static String timedOutAfter(int seconds) {
    return String.format(Locale.ROOT, "Task timed out after %d.00 seconds", seconds);
  }

  static Failed exited(String requestId, int code) {
    return failed(requestId, "Runtime.ExitError", exitMessage(requestId, code));
  }

  static String exitMessage(String requestId, int code) {
    return "RequestId: %s Error: %s".formatted(requestId, exitReason(code));
  }

  static Failed notStarted(String requestId, String why) {
    return failed(
        requestId,
        "Runtime.InvalidEntrypoint",
        "RequestId: %s Error: %s".formatted(requestId, why));
  }

  static Failed responseTooLarge(String requestId) {
    return failed(
        requestId,
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size (%d bytes)."
            .formatted(Limits.RESPONSE));
  }

  private static String exitReason(int code) {
    return switch (code) {
      case 0 -> "Runtime exited without providing a reason";
      case SIGNALLED + SIGKILL -> "Runtime exited with error: signal: killed";
      case SIGNALLED + SIGTERM -> "Runtime exited with error: signal: terminated";
      default -> "Runtime exited with error: exit status " + code;
    };
  }

  private static Failed failed(String requestId, String type, String message) {
    var error = JsonNodeFactory.instance.objectNode();
    error.put("errorType", type).put("errorMessage", message);
    return new Failed(requestId, "Unhandled", error.toString().getBytes(StandardCharsets.UTF_8));
  }
}
