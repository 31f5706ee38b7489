package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.iam.policy.Decision;
import dev.zerotomillions.local.signing.SignatureVerifier;
import dev.zerotomillions.local.web.WebRequest;
import java.util.Map;

/** Lets through to routes with IAM authorization only those whose role may invoke them. */
public record IamAuthorizer(SignatureVerifier signatures, Permissions permissions) {
  private static final String ACTION = "execute-api:Invoke";

  /**
   * Finds out who sent a request, and whether they may.
   *
   * @param routeArn {@code arn:aws:execute-api:region:account:api/stage/METHOD/path}
   * @throws AwsError if they may not, with the words that a REST API answers
   */
  public Principal authorize(WebRequest request, String region, String routeArn) throws AwsError {
    Principal caller = signatures.verify(request, region, "execute-api");
    Decision decision = permissions.decide(caller, ACTION, routeArn, region, Map.of());
    if (decision != Decision.ALLOWED) {
      throw new AwsError(
          403, "AccessDeniedException", Permissions.refusal(caller, ACTION, routeArn, decision));
    }
    return caller;
  }
}
