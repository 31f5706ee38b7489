package dev.zerotomillions.local.iam;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.iam.policy.Decision;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets those who call with a role's credentials do what the role's policies allow, and no more.
 * Developers, whose keys were not issued here, may do everything.
 */
public final class CallGuard implements Guard {
  /** Services that answer a refusal with the status of any other bad request. */
  private static final Set<String> BAD_REQUEST = Set.of("dynamodb", "dynamodbstreams", "ssm");

  /** Services whose code for a refusal has no suffix. */
  private static final Set<String> SHORT_CODED = Set.of("s3", "monitoring", "sqs");

  /** Services whose message names a resource even where the action has none. */
  private static final Set<String> NAMING_ANY = Set.of("dynamodb", "lambda");

  private final Credentials credentials;
  private final Permissions permissions;
  private final Consumer<String> console;

  /**
   * Makes a guard.
   *
   * @param console is told of each refusal, as code may swallow it
   */
  public CallGuard(Credentials credentials, Permissions permissions, Consumer<String> console) {
    this.credentials = credentials;
    this.permissions = permissions;
    this.console = console;
  }

  @Override
  public void check(AwsRequest call, String service, Rights rights) throws AwsError {
    Optional<Principal> caller = credentials.principal(call.accessKeyId());
    if (caller.isEmpty()) {
      return;
    }
    Principal principal = caller.get();
    for (Need need : rights.in(new Arns(call.region(), principal.account()))) {
      Decision decision =
          permissions.decide(principal, need.action(), need.resource(), call.region(), Map.of());
      if (decision != Decision.ALLOWED) {
        String message =
            Permissions.refusal(principal, need.action(), named(service, need), decision);
        console.accept(message);
        throw denied(service, message);
      }
    }
  }

  private static String named(String service, Need need) {
    if (need.resource().equals("*") && !NAMING_ANY.contains(service)) {
      return "";
    }
    return service.equals("s3") ? "\"" + need.resource() + "\"" : need.resource();
  }

  private static AwsError denied(String service, String message) {
    return SHORT_CODED.contains(service)
        ? new AwsError(403, "AccessDenied", message)
        : new AwsError(BAD_REQUEST.contains(service) ? 400 : 403, "AccessDeniedException", message);
  }
}
