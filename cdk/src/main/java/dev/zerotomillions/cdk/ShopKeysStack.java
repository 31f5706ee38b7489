package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.Artifacts;
import dev.zerotomillions.cdk.constructs.FunctionLogs;
import dev.zerotomillions.cdk.constructs.FunctionSpec;
import dev.zerotomillions.cdk.constructs.Parameters;
import dev.zerotomillions.cdk.constructs.ShopFunction;
import dev.zerotomillions.cdk.constructs.Start;
import dev.zerotomillions.cdk.constructs.Tables;
import dev.zerotomillions.cdk.endpoints.Grant;
import dev.zerotomillions.cdk.endpoints.Secret;
import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.phases.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** The stack of what operators do: making the keys that sign tokens, and the administrators. */
final class ShopKeysStack extends Stack {
  private final Function provisionSigningKey;

  ShopKeysStack(Construct scope, StackProps props, Settings settings, Tables tables) {
    super(scope, "Shop-Keys", props);
    Artifacts artifacts = new Artifacts(settings.assets());
    FunctionLogs logs = new FunctionLogs(this, "Logs", Limits.of(settings.phase()), false);
    provisionSigningKey =
        new ShopFunction(this, provisioning(settings), artifacts, settings.architecture(), logs)
            .function();
    Function createAdministrator =
        new ShopFunction(this, administration(tables), artifacts, settings.architecture(), logs)
            .function();
    exportValue(provisionSigningKey.getFunctionArn());
    CfnOutput.Builder.create(this, "CreateAdministratorFunctionName")
        .value(createAdministrator.getFunctionName())
        .build();
  }

  /** Returns the ARN that a custom resource of signing keys is served by. */
  String signingKeyServiceToken() {
    return provisionSigningKey.getFunctionArn();
  }

  private FunctionSpec provisioning(Settings settings) {
    List<Secret> made = new ArrayList<>(settings.payments().randomSecrets());
    made.add(Secret.SIGNING_KEY);
    return operators(
        "ProvisionSigningKey",
        "Makes the keys that sign tokens, and other secrets",
        Map.of(),
        List.of(
            new Parameters(this, settings.payments())
                .allow(made, "ssm:GetParameter", "ssm:PutParameter")));
  }

  private FunctionSpec administration(Tables tables) {
    Grant grant = Grant.on(Service.USERS, "GetItem", "PutItem", "UpdateItem");
    return operators(
        "CreateAdministrator",
        "Makes an administrator, or resets one's password",
        tables.variables(List.of(grant)),
        List.of(tables.allow(grant)));
  }

  private static FunctionSpec operators(
      String name,
      String description,
      Map<String, String> environment,
      List<PolicyStatement> statements) {
    return new FunctionSpec(
        Service.USERS,
        name,
        "dev.zerotomillions.users." + name + "::handleRequest",
        description,
        environment,
        statements,
        Duration.ofSeconds(60),
        1024,
        OptionalInt.empty(),
        new Start.Cold());
  }
}
