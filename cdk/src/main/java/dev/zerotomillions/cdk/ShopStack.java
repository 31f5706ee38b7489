package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.ApiGateway;
import dev.zerotomillions.cdk.constructs.Artifacts;
import dev.zerotomillions.cdk.constructs.FunctionSpec;
import dev.zerotomillions.cdk.constructs.FunctionSpecs;
import dev.zerotomillions.cdk.constructs.GatewayLogs;
import dev.zerotomillions.cdk.constructs.HttpGateway;
import dev.zerotomillions.cdk.constructs.LiveAlias;
import dev.zerotomillions.cdk.constructs.RestGateway;
import dev.zerotomillions.cdk.constructs.ShopFunction;
import dev.zerotomillions.cdk.constructs.SigningKey;
import dev.zerotomillions.cdk.constructs.Start;
import dev.zerotomillions.cdk.constructs.Tables;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Endpoints;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * The stack of everything that computes: the gateway and the functions behind it.
 *
 * <p>They share a stack so that one update moves the routes from one set of functions to another:
 * CloudFormation makes the new functions, points the routes at them, and only then removes the old.
 */
final class ShopStack extends Stack {
  private final Settings settings;
  private final Limits limits;
  private final Artifacts artifacts;

  ShopStack(
      Construct scope,
      StackProps props,
      Settings settings,
      Tables tables,
      String signingKeyServiceToken) {
    super(scope, "Shop", props);
    this.settings = settings;
    limits = Limits.of(settings.phase());
    artifacts = new Artifacts(settings.assets());
    SigningKey key =
        new SigningKey(this, "SigningKey", signingKeyServiceToken, settings.keyGeneration());
    ApiGateway gateway = gateway();
    FunctionSpecs specs = new FunctionSpecs(this, tables, key);
    if (settings.phase().splitsFunctions()) {
      for (Endpoint endpoint : Endpoints.all()) {
        route(List.of(endpoint), deploy(specs.serving(endpoint, start(endpoint))), gateway);
      }
    } else {
      FunctionSpec all = specs.servingAll(Endpoints.all(), limits.concurrencyCap());
      route(Endpoints.all(), deploy(all), gateway);
    }
    CfnOutput.Builder.create(this, "ApiUrl").value(gateway.url()).build();
  }

  private ApiGateway gateway() {
    GatewayLogs logs = new GatewayLogs(this, "AccessLogs", limits);
    return switch (settings.gateway()) {
      case HTTP -> new HttpGateway(this, "Http", limits, logs.group());
      case REST -> new RestGateway(this, "Rest", limits, logs.group());
    };
  }

  private IFunction deploy(FunctionSpec spec) {
    ShopFunction function =
        new ShopFunction(this, spec, artifacts, settings.architecture(), limits);
    return LiveAlias.of(function, spec.start(), "keys " + settings.keyGeneration());
  }

  private Start start(Endpoint endpoint) {
    return endpoint.hot() && settings.provisioned() > 0
        ? new Start.Provisioned(settings.provisioned())
        : new Start.Snapshot();
  }

  private static void route(List<Endpoint> endpoints, IFunction function, ApiGateway gateway) {
    for (Endpoint endpoint : endpoints) {
      endpoint.routes().forEach(route -> gateway.route(route, function));
    }
  }
}
