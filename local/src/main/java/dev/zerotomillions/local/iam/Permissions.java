package dev.zerotomillions.local.iam;

import dev.zerotomillions.local.iam.policy.AccessRequest;
import dev.zerotomillions.local.iam.policy.Decision;
import dev.zerotomillions.local.iam.policy.MalformedPolicy;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Decides what sessions of roles may do, by the policies of their roles. */
public final class Permissions {
  private static final Set<String> KEYS =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:userid",
          "aws:requestedregion",
          "aws:currenttime",
          "aws:epochtime");

  private final Roles roles;
  private final InstantSource clock;

  public Permissions(Roles roles, InstantSource clock) {
    this.roles = roles;
    this.clock = clock;
  }

  /**
   * Makes sure that conditions can be judged here.
   *
   * @throws MalformedPolicy if one is on a key whose value no request has here
   */
  public static void requireKnown(Collection<String> conditionKeys) throws MalformedPolicy {
    for (String key : conditionKeys) {
      if (!KEYS.contains(key.toLowerCase(Locale.ROOT))) {
        throw new MalformedPolicy(
            "the condition key %s is not known here; known: %s"
                .formatted(key, String.join(", ", new TreeSet<>(KEYS))));
      }
    }
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

  /**
   * AWS's words to a principal that may not do something.
   *
   * @param resource as the message is to show it; empty where it shows none
   */
  public static String refusal(
      Principal principal, String action, String resource, Decision decision) {
    return "User: %s is not authorized to perform: %s%s %s"
        .formatted(
            principal.arn(),
            action,
            resource.isEmpty() ? "" : " on resource: " + resource,
            decision.reason(action));
  }
}
