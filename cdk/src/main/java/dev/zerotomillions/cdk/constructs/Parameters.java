package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Secret;
import java.util.Collection;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The Parameter Store parameters that hold secrets, as policies name them. */
public final class Parameters {
  private Parameters() {}

  /**
   * Returns the statement that allows these actions on these secrets.
   *
   * <p>They are encrypted with the account's own key for Parameter Store, whose policy already lets
   * every principal of the account decrypt through Parameter Store.
   */
  public static PolicyStatement allow(
      Construct scope, Collection<Secret> secrets, String... actions) {
    return PolicyStatement.Builder.create()
        .actions(List.of(actions))
        .resources(secrets.stream().sorted().map(secret -> arn(scope, secret)).toList())
        .build();
  }

  private static String arn(Construct scope, Secret secret) {
    return Stack.of(scope)
        .formatArn(
            ArnComponents.builder()
                .service("ssm")
                .resource("parameter")
                .resourceName(secret.parameter().substring(1))
                .build());
  }
}
