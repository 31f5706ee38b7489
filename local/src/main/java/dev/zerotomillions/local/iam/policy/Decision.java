package dev.zerotomillions.local.iam.policy;

import java.util.Collection;

/** What an identity's policies say to a request. */
public enum Decision {
  ALLOWED,
  DENIED_IMPLICITLY,
  DENIED_EXPLICITLY;

  /** A deny anywhere wins; without an allow, nothing is allowed. */
  public static Decision of(Collection<PolicyDocument> policies, AccessRequest request) {
    Decision decision = DENIED_IMPLICITLY;
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        if (statement.matches(request)) {
          if (!statement.allows()) {
            return DENIED_EXPLICITLY;
          }
          decision = ALLOWED;
        }
      }
    }
    return decision;
  }

  /** The end of AWS's message on a denial, which tells what to look for. */
  public String reason(String action) {
    return switch (this) {
      case ALLOWED -> throw new IllegalStateException("an allowed request needs no reason");
      case DENIED_IMPLICITLY ->
          "because no identity-based policy allows the %s action".formatted(action);
      case DENIED_EXPLICITLY -> "with an explicit deny in an identity-based policy";
    };
  }
}
