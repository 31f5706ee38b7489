package dev.zerotomillions.local.scheduler;

import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.policy.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hands invocations over to Lambda's queue in the name of schedules' roles. */
final class Delivery {
  private static final String ACTION = "lambda:InvokeFunction";
  private static final String SERVICE = "scheduler.amazonaws.com";

  private final Functions functions;
  private final Roles roles;
  private final Permissions permissions;

  Delivery(Functions functions, Roles roles, Permissions permissions) {
    this.functions = functions;
    this.roles = roles;
    this.permissions = permissions;
  }

  /** Whether Scheduler may act in the name of a role. */
  boolean mayAssume(String role) {
    return roles.find(role).filter(each -> each.trusts(SERVICE)).isPresent();
  }

  /** Hands one over; tells why not, if it can't. */
  Optional<String> send(Schedule schedule, Instant time, int attempt) {
    String execution = UUID.randomUUID().toString();
    Principal principal = new Principal("", schedule.role(), execution.replace("-", ""));
    Decision decision =
        permissions.decide(principal, ACTION, schedule.target(), schedule.region(), Map.of());
    if (!mayAssume(schedule.role())) {
      return Optional.of("%s may not assume %s".formatted(SERVICE, schedule.role()));
    }
    if (decision != Decision.ALLOWED) {
      return Optional.of(Permissions.refusal(principal, ACTION, schedule.target(), decision));
    }
    byte[] payload = Payload.of(schedule, time, execution, attempt);
    Invocation answer = functions.invokeLater(schedule.target(), payload);
    return answer instanceof Invocation.Accepted
        ? Optional.empty()
        : Optional.of(answer.toString());
  }
}
