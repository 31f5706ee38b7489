package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Limits;
import dev.zerotomillions.cdk.phases.Symptom;
import java.util.Optional;

/** The alarms that watch the API as its clients see it. */
public final class ApiAlarms {
  private ApiAlarms() {}

  /** Watches the gateway for failures, slow answers and requests refused by its rate limit. */
  public static void watch(Alarms alarms, ApiGateway gateway, GatewayLogs logs, Limits limits) {
    alarms.onAny(
        "ApiErrors",
        gateway.serverErrors(),
        "Clients got answers of 500 and above: see the access log, then the function's.",
        Optional.empty());
    alarms.onLasting(
        "ApiLatency",
        gateway.latency("p99"),
        limits.latencyTarget().toMillis(),
        "One request in a hundred takes %d ms or more."
            .formatted(limits.latencyTarget().toMillis()),
        Optional.of(Symptom.SLOW_ANSWERS));
    alarms.onAny(
        "ApiThrottles",
        logs.throttled(),
        "The gateway refused requests beyond %d/s.".formatted(limits.requestsPerSecond()),
        Optional.of(Symptom.THROTTLED));
  }
}
