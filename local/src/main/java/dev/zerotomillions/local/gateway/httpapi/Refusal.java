package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.web.WebResponse;

/** The answers that an HTTP API gives by itself. */
enum Refusal {
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  BODY_TOO_LARGE(413, "Request Entity Too Large"),
  THROTTLED(429, "Too Many Requests"),
  HEAD_TOO_LARGE(431, "Request Header Fields Too Large"),
  INTERNAL(500, "Internal Server Error"),
  UNAVAILABLE(503, "Service Unavailable");

  private final int status;
  private final String message;

  Refusal(int status, String message) {
    this.status = status;
    this.message = message;
  }

  String message() {
    return message;
  }

  WebResponse response() {
    return WebResponse.json(status, "{\"message\":\"" + message + "\"}");
  }

  static Refusal of(Invoker.Cause cause) {
    return switch (cause) {
      case NOT_PERMITTED, NOT_FOUND, FUNCTION_ERROR -> INTERNAL;
      case THROTTLED, TIMED_OUT -> UNAVAILABLE;
      case EVENT_TOO_LARGE -> BODY_TOO_LARGE;
    };
  }
}
