package dev.zerotomillions.cdk.constructs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A Java function with a role of its own that allows just what it needs. */
public final class ShopFunction extends Construct {
  private final Function function;

  public ShopFunction(
      Construct scope,
      FunctionSpec spec,
      Artifacts artifacts,
      Architecture architecture,
      FunctionLogs allLogs) {
    super(scope, spec.name());
    LogGroup logs = allLogs.of(spec);
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .description(spec.description())
            .runtime(Runtime.JAVA_25)
            .architecture(architecture)
            .code(artifacts.of(spec.service()))
            .handler(spec.handler())
            .memorySize(spec.memoryMegabytes())
            .timeout(Duration.seconds(spec.timeout().toSeconds()))
            .environment(environment(spec))
            .role(role(spec, logs).withoutPolicyUpdates())
            .logGroup(logs)
            .loggingFormat(LoggingFormat.JSON)
            .tracing(Tracing.ACTIVE);
    spec.concurrencyCap().ifPresent(builder::reservedConcurrentExecutions);
    if (spec.start() instanceof Start.Snapshot) {
      builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    function = builder.build();
    Annotations.of(function)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias makes a version published.");
    // CDK adds a dependency on the role, which the reference to its ARN already makes.
    resource().addDeletionOverride("DependsOn");
  }

  public Function function() {
    return function;
  }

  private CfnFunction resource() {
    return (CfnFunction)
        Objects.requireNonNull(function.getNode().getDefaultChild(), "a function's resource");
  }

  private Role role(FunctionSpec spec, LogGroup logs) {
    List<PolicyStatement> statements = new ArrayList<>(spec.statements());
    statements.add(
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(logs.getLogGroupArn()))
            .build());
    statements.add(
        PolicyStatement.Builder.create()
            .effect(Effect.ALLOW)
            .actions(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"))
            .resources(List.of("*"))
            .build());
    return Role.Builder.create(this, "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of("Needs", PolicyDocument.Builder.create().statements(statements).build()))
        .build();
  }

  private static Map<String, String> environment(FunctionSpec spec) {
    Map<String, String> environment = new TreeMap<>(spec.environment());
    environment.put("SHOP_SERVICE", spec.service().id());
    environment.put("SHOP_FUNCTION", spec.name());
    // Compilation is left to the runtime, which knows best for each kind of start. The option lets
    // the org.crac API, which the code uses, find Lambda's implementation of it.
    environment.put(
        "JAVA_TOOL_OPTIONS", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    return environment;
  }
}
