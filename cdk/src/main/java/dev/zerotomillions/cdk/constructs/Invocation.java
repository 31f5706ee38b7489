package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Route;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The leave that a gateway needs to invoke a function, and that a caller needs of the gateway. */
final class Invocation {
  private Invocation() {}

  /** Lets an API invoke a function by any of its routes. */
  static CfnPermission permit(Construct scope, IFunction function, String apiId) {
    return CfnPermission.Builder.create(scope, "Permission")
        .action("lambda:InvokeFunction")
        .functionName(function.getFunctionArn())
        .principal("apigateway.amazonaws.com")
        .sourceArn(arn(scope, apiId, "*/*/*"))
        .build();
  }

  /** Returns the ARN of a route of a stage, with a wildcard for each parameter of its path. */
  static String arn(Construct scope, String apiId, String stage, Route route) {
    String path = route.path().replaceAll("\\{[^}]+}", "*");
    return arn(scope, apiId, stage + "/" + route.method() + path);
  }

  private static String arn(Construct scope, String apiId, String requests) {
    return Stack.of(scope)
        .formatArn(
            ArnComponents.builder()
                .service("execute-api")
                .resource(apiId)
                .resourceName(requests)
                .build());
  }
}
