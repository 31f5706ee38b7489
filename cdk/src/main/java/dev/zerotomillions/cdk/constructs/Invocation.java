package dev.zerotomillions.cdk.constructs;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The leave that a gateway needs to invoke a function. */
final class Invocation {
  private Invocation() {}

  /** Lets an API invoke a function by any of its routes. */
  static CfnPermission permit(Construct scope, IFunction function, String apiId) {
    String routes =
        Stack.of(scope)
            .formatArn(
                ArnComponents.builder()
                    .service("execute-api")
                    .resource(apiId)
                    .resourceName("*/*/*")
                    .build());
    return CfnPermission.Builder.create(scope, "Permission")
        .action("lambda:InvokeFunction")
        .functionName(function.getFunctionArn())
        .principal("apigateway.amazonaws.com")
        .sourceArn(routes)
        .build();
  }
}
