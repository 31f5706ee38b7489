package dev.zerotomillions.cdk.constructs;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** The line that a gateway logs for each request, in JSON, the same for both kinds of gateway. */
final class AccessLog {
  static final String FORMAT =
      Stream.of(
              "\"requestId\":\"$context.requestId\"",
              "\"time\":\"$context.requestTimeEpoch\"",
              "\"sourceIp\":\"$context.identity.sourceIp\"",
              "\"userAgent\":\"$context.identity.userAgent\"",
              "\"method\":\"$context.httpMethod\"",
              "\"path\":\"$context.path\"",
              "\"protocol\":\"$context.protocol\"",
              "\"status\":\"$context.status\"",
              "\"bytes\":\"$context.responseLength\"",
              "\"latency\":\"$context.responseLatency\"",
              "\"integrationLatency\":\"$context.integrationLatency\"",
              "\"integrationStatus\":\"$context.integrationStatus\"",
              "\"error\":\"$context.error.message\"")
          .collect(joining(",", "{", "}"));

  private AccessLog() {}
}
