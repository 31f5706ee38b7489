package dev.zerotomillions.local.iam;

import dev.zerotomillions.local.iam.policy.AccessRequest;
import dev.zerotomillions.local.iam.policy.Decision;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what sessions of roles may do, by the policies of their roles. */
public final class Permissions {
  private final Roles roles;
  private final InstantSource clock;

  public Permissions(Roles roles, InstantSource clock) {
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @param region the region of the call
   * @param context the values of the service's own condition keys
   */
  public Decision decide(
      Principal principal,
      String action,
      String resource,
      String region,
      Map<String, List<String>> context) {
    Map<String, List<String>> all = new HashMap<>(context);
    all.put("aws:PrincipalArn", List.of(principal.roleArn()));
    all.put("aws:PrincipalAccount", List.of(principal.account()));
    all.put("aws:PrincipalType", List.of("AssumedRole"));
    all.put("aws:userid", List.of(principal.userId()));
    all.put("aws:RequestedRegion", List.of(region));
    all.put("aws:CurrentTime", List.of(clock.instant().toString()));
    all.put("aws:EpochTime", List.of(Long.toString(clock.instant().getEpochSecond())));
    return Decision.of(
        roles.policies(principal.roleArn()), new AccessRequest(action, resource, all));
  }

  /** AWS's words to a principal that may not do something. */
  public static String refusal(
      Principal principal, String action, String resource, Decision decision) {
    return "User: %s is not authorized to perform: %s on resource: %s %s"
        .formatted(principal.arn(), action, resource, decision.reason(action));
  }
}
