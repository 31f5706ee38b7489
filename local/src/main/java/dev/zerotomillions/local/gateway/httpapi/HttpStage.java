package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an HTTP API, ready to serve.
 *
 * @param routes most specific first
 * @param limits throttles by route key
 * @param defaultLimit the throttle of every other route
 */
record HttpStage(
    String apiId,
    String region,
    String account,
    String name,
    List<HttpRoute> routes,
    Map<String, HttpIntegration> integrations,
    Map<String, String> variables,
    Map<String, TokenBucket.Limit> limits,
    TokenBucket.@Nullable Limit defaultLimit,
    @Nullable AccessLog accessLog) {

  TokenBucket.@Nullable Limit limitOf(HttpRoute route) {
    TokenBucket.Limit own = limits.get(route.key());
    return own == null ? defaultLimit : own;
  }

  /** What a caller must be allowed to invoke. */
  String arnOf(String method, String path) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
        .formatted(region, account, apiId, name, method, path);
  }

  /** On whose behalf a function is invoked. */
  String arnOf(HttpRoute route) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s"
        .formatted(region, account, apiId, name, route.arnPath());
  }
}
