package dev.zerotomillions.local.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule.
 *
 * @param text the expression as it was written
 * @param target the function to invoke: an ARN with or without a qualifier
 * @param role the role in whose name it is invoked
 * @param created when it was created, or last given another expression: rates count from here
 */
record Schedule(
    String region,
    String account,
    String name,
    String description,
    String text,
    Expression expression,
    String timezone,
    boolean enabled,
    Optional<Instant> start,
    Optional<Instant> end,
    String target,
    String role,
    Optional<String> input,
    Retries retries,
    Instant created,
    Instant modified) {
  static final String GROUP = "default";

  /** How often and for how long an invocation is tried that can't be handed over. */
  record Retries(int attempts, Duration maximumAge) {}

  String arn() {
    return "arn:aws:scheduler:%s:%s:schedule/%s/%s".formatted(region, account, GROUP, name);
  }

  /** Its first time after another one. */
  Optional<Instant> next(Instant after) {
    Instant from =
        start.map(each -> each.minusMillis(1)).filter(each -> each.isAfter(after)).orElse(after);
    return expression.next(from, created).filter(each -> end.isEmpty() || !each.isAfter(end.get()));
  }
}
