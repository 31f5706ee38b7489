package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.Alarms;
import dev.zerotomillions.cdk.constructs.ApiAlarms;
import dev.zerotomillions.cdk.constructs.ApiGateway;
import dev.zerotomillions.cdk.constructs.Artifacts;
import dev.zerotomillions.cdk.constructs.FunctionAlarms;
import dev.zerotomillions.cdk.constructs.FunctionSpec;
import dev.zerotomillions.cdk.constructs.FunctionSpecs;
import dev.zerotomillions.cdk.constructs.GatewayLogs;
import dev.zerotomillions.cdk.constructs.HttpGateway;
import dev.zerotomillions.cdk.constructs.LiveAlias;
import dev.zerotomillions.cdk.constructs.RestGateway;
import dev.zerotomillions.cdk.constructs.ShopDashboard;
import dev.zerotomillions.cdk.constructs.ShopFunction;
import dev.zerotomillions.cdk.constructs.SigningKey;
import dev.zerotomillions.cdk.constructs.Start;
import dev.zerotomillions.cdk.constructs.TableAlarms;
import dev.zerotomillions.cdk.constructs.Tables;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Endpoints;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Map<String, IFunction> functions = new LinkedHashMap<>();

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
    GatewayLogs logs = new GatewayLogs(this, "AccessLogs", limits);
    ApiGateway gateway = gateway(logs);
    serve(gateway, new FunctionSpecs(this, tables, key(signingKeyServiceToken)));
    watch(gateway, logs, tables);
    CfnOutput.Builder.create(this, "ApiUrl").value(gateway.url()).build();
  }

  private ApiGateway gateway(GatewayLogs logs) {
    return switch (settings.gateway()) {
      case HTTP -> new HttpGateway(this, "Http", limits, logs.group());
      case REST -> new RestGateway(this, "Rest", limits, logs.group());
    };
  }

  private SigningKey key(String serviceToken) {
    return new SigningKey(this, "SigningKey", serviceToken, settings.keyGeneration());
  }

  private void serve(ApiGateway gateway, FunctionSpecs specs) {
    if (settings.phase().splitsFunctions()) {
      for (Endpoint endpoint : Endpoints.all()) {
        serve(gateway, List.of(endpoint), specs.serving(endpoint, start(endpoint)));
      }
    } else {
      List<Endpoint> all = Endpoints.all();
      serve(gateway, all, specs.servingAll(all, limits.concurrencyCap()));
    }
  }

  private void serve(ApiGateway gateway, List<Endpoint> endpoints, FunctionSpec spec) {
    ShopFunction function =
        new ShopFunction(this, spec, artifacts, settings.architecture(), limits);
    IFunction live = LiveAlias.of(function, spec.start(), "keys " + settings.keyGeneration());
    for (Endpoint endpoint : endpoints) {
      endpoint.routes().forEach(route -> gateway.route(route, spec.name(), live));
    }
    functions.put(spec.name(), live);
  }

  private Start start(Endpoint endpoint) {
    return endpoint.hot() && settings.provisioned() > 0
        ? new Start.Provisioned(settings.provisioned())
        : new Start.Snapshot();
  }

  private void watch(ApiGateway gateway, GatewayLogs logs, Tables tables) {
    Alarms alarms = new Alarms(this, "Alarms", settings.phase(), settings.alarmEmail());
    ApiAlarms.watch(alarms, gateway, logs, limits);
    functions.forEach((name, function) -> FunctionAlarms.watch(alarms, name, function));
    if (settings.phase().splitsFunctions()) {
      Endpoints.all().forEach(endpoint -> watchLatency(alarms, endpoint));
    }
    if (settings.phase().canExhaustTables()) {
      TableAlarms.watch(alarms, tables);
    }
    new ShopDashboard(this, "Overview", settings.phase(), gateway, logs, functions, tables);
  }

  private void watchLatency(Alarms alarms, Endpoint endpoint) {
    IFunction function = Objects.requireNonNull(functions.get(endpoint.name()), endpoint.name());
    FunctionAlarms.watchLatency(alarms, endpoint, function, limits.latencyTarget());
  }
}
