package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.Invoker;

/** The answers that a REST API gives by itself: gateway responses, as AWS calls them. */
enum RestRefusal {
  MISSING_AUTHENTICATION_TOKEN(
      "MISSING_AUTHENTICATION_TOKEN",
      403,
      "Missing Authentication Token",
      "MissingAuthenticationTokenException"),
  INVALID_SIGNATURE("INVALID_SIGNATURE", 403, "Forbidden", "InvalidSignatureException"),
  FORBIDDEN("ACCESS_DENIED", 403, "Forbidden", "ForbiddenException"),
  BODY_TOO_LARGE(
      "REQUEST_TOO_LARGE",
      413,
      "HTTP content length exceeded 10485760 bytes.",
      "RequestEntityTooLargeException"),
  EVENT_TOO_LARGE("REQUEST_TOO_LARGE", 413, "Request Too Long", "RequestEntityTooLargeException"),
  THROTTLED("THROTTLED", 429, "Too Many Requests", "TooManyRequestsException"),
  HEAD_TOO_LARGE("DEFAULT_4XX", 431, "Request Header Fields Too Large", "BadRequestException"),
  NOT_INVOKED(
      "API_CONFIGURATION_ERROR", 500, "Internal server error", "InternalServerErrorException"),
  MALFORMED_ANSWER("DEFAULT_5XX", 502, "Internal server error", "InternalServerErrorException"),
  TIMED_OUT(
      "INTEGRATION_TIMEOUT", 504, "Endpoint request timed out", "InternalServerErrorException");

  private final String type;
  private final int status;
  private final String message;
  private final String errorType;

  RestRefusal(String type, int status, String message, String errorType) {
    this.type = type;
    this.status = status;
    this.message = message;
    this.errorType = errorType;
  }

  /** The gateway response's type, by which a template can change it. */
  String type() {
    return type;
  }

  int status() {
    return status;
  }

  String message() {
    return message;
  }

  /** The value of {@code x-amzn-ErrorType}. */
  String errorType() {
    return errorType;
  }

  /** The body, to the space: AWS puts one into the answers that integrations cause. */
  String body() {
    return "{\"message\":" + (status >= 500 ? " " : "") + "\"" + message + "\"}";
  }

  /** The gateway response for a caller whom IAM did not authorize. */
  static RestRefusal unauthorized(String errorType) {
    return switch (errorType) {
      case "MissingAuthenticationTokenException" -> MISSING_AUTHENTICATION_TOKEN;
      case "AccessDeniedException" -> FORBIDDEN;
      default -> INVALID_SIGNATURE;
    };
  }

  static RestRefusal of(Invoker.Cause cause) {
    return switch (cause) {
      case NOT_PERMITTED, NOT_FOUND, THROTTLED -> NOT_INVOKED;
      case FUNCTION_ERROR -> MALFORMED_ANSWER;
      case TIMED_OUT -> TIMED_OUT;
      case EVENT_TOO_LARGE -> EVENT_TOO_LARGE;
    };
  }
}
