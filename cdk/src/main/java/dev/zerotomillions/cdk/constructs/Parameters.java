package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The Parameter Store parameters that hold secrets, as functions and their policies name them. */
public final class Parameters {
  private final Construct scope;
  private final PaymentProvider payments;

  public Parameters(Construct scope, PaymentProvider payments) {
    this.scope = scope;
    this.payments = payments;
  }

  /**
   * Returns the statement that allows these actions on these secrets.
   *
   * <p>They are encrypted with the account's own key for Parameter Store, whose policy already lets
   * every principal of the account decrypt through Parameter Store.
   */
  public PolicyStatement allow(Collection<Secret> secrets, String... actions) {
    return PolicyStatement.Builder.create()
        .actions(List.of(actions))
        .resources(secrets.stream().sorted().map(this::arn).toList())
        .build();
  }

  /** Returns the environment variables that name the parameters. */
  Map<String, String> variables(Iterable<Secret> secrets) {
    Map<String, String> variables = new TreeMap<>();
    for (Secret secret : secrets) {
      variables.put(secret.variable(), payments.parameter(secret));
    }
    return variables;
  }

  private String arn(Secret secret) {
    return Stack.of(scope)
        .formatArn(
            ArnComponents.builder()
                .service("ssm")
                .resource("parameter")
                .resourceName(payments.parameter(secret).substring(1))
                .build());
  }
}
