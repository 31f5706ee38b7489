package dev.zerotomillions.cdk.constructs;

import java.util.List;

/**
 * What pages of other origins may do with the API.
 *
 * <p>Any origin may call it: clients show who they are by a token in a header, never by a cookie,
 * so a foreign page can do no more than a program of its author's.
 */
final class Cors {
  static final List<String> ORIGINS = List.of("*");
  static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  static final List<String> REQUEST_HEADERS =
      List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");
  static final List<String> RESPONSE_HEADERS =
      List.of("ETag", "Location", "Retry-After", "WWW-Authenticate");
  static final int MAX_AGE_HOURS = 1;

  private Cors() {}
}
