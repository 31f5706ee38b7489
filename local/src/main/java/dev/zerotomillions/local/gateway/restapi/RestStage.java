package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a REST API, ready to serve.
 *
 * @param resources the deployed resources, most specific first
 * @param limits throttles by resource path, a space, and method; an asterisk stands for all
 */
record RestStage(
    String name,
    String deploymentId,
    List<RestResource> resources,
    Map<String, String> variables,
    Map<String, TokenBucket.Limit> limits,
    @Nullable AccessLog accessLog) {
  static final String ALL = "/* *";

  TokenBucket.@Nullable Limit limitOf(RestResource resource, String method) {
    TokenBucket.Limit own = limits.get(resource.path() + " " + method);
    TokenBucket.Limit anyMethod = own == null ? limits.get(resource.path() + " *") : own;
    return anyMethod == null ? limits.get(ALL) : anyMethod;
  }
}
