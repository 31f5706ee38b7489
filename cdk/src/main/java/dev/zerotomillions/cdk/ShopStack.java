package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.Alarms;
import dev.zerotomillions.cdk.constructs.ApiAlarms;
import dev.zerotomillions.cdk.constructs.ApiGateway;
import dev.zerotomillions.cdk.constructs.Artifacts;
import dev.zerotomillions.cdk.constructs.Files;
import dev.zerotomillions.cdk.constructs.FunctionAlarms;
import dev.zerotomillions.cdk.constructs.FunctionLogs;
import dev.zerotomillions.cdk.constructs.FunctionSpec;
import dev.zerotomillions.cdk.constructs.FunctionSpecs;
import dev.zerotomillions.cdk.constructs.GatewayLogs;
import dev.zerotomillions.cdk.constructs.HttpGateway;
import dev.zerotomillions.cdk.constructs.InternalApi;
import dev.zerotomillions.cdk.constructs.JobQueues;
import dev.zerotomillions.cdk.constructs.LiveAlias;
import dev.zerotomillions.cdk.constructs.OrderAlarms;
import dev.zerotomillions.cdk.constructs.Parameters;
import dev.zerotomillions.cdk.constructs.RestGateway;
import dev.zerotomillions.cdk.constructs.Schedules;
import dev.zerotomillions.cdk.constructs.ShopDashboard;
import dev.zerotomillions.cdk.constructs.ShopFunction;
import dev.zerotomillions.cdk.constructs.SigningKey;
import dev.zerotomillions.cdk.constructs.Start;
import dev.zerotomillions.cdk.constructs.TableAlarms;
import dev.zerotomillions.cdk.constructs.Tables;
import dev.zerotomillions.cdk.endpoints.Address;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.Secret;
import dev.zerotomillions.cdk.endpoints.Task;
import dev.zerotomillions.cdk.endpoints.Worker;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Function;
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
  private final Registry registry;
  private final Limits limits;
  private final Artifacts artifacts;
  private final Registry services;
  private final JobQueues queues;
  private final FunctionLogs functionLogs;
  private final Map<String, IFunction> functions = new LinkedHashMap<>();

  ShopStack(
      Construct scope,
      StackProps props,
      Settings settings,
      Registry registry,
      Tables tables,
      Files files,
      String signingKeyServiceToken) {
    super(scope, "Shop", props);
    this.settings = settings;
    this.registry = registry;
    limits = Limits.of(settings.phase());
    artifacts = new Artifacts(settings.assets());
    // A REST API has about two resources more than an HTTP API for each route.
    functionLogs = new FunctionLogs(this, "Logs", limits, settings.gateway() == Gateway.REST);
    GatewayLogs logs = new GatewayLogs(this, "AccessLogs", limits);
    ApiGateway gateway = gateway(logs);
    services = served();
    queues = new JobQueues(this, "Jobs", services.workers());
    serve(
        gateway,
        new FunctionSpecs(
            tables,
            files,
            queues,
            new Parameters(this, settings.payments()),
            key(signingKeyServiceToken),
            new InternalApi(registry, gateway),
            addresses(gateway)));
    watch(gateway, logs, tables);
    CfnOutput.Builder.create(this, "ApiUrl").value(gateway.url()).build();
  }

  /** What this phase's functions serve, where jobs wait for workers or are done at once. */
  private Registry served() {
    Registry all = registry.ofServices();
    return settings.phase().hasQueues() ? all : all.inline();
  }

  private ApiGateway gateway(GatewayLogs logs) {
    return switch (settings.gateway()) {
      case HTTP -> new HttpGateway(this, "Http", limits, logs.group());
      case REST -> new RestGateway(this, "Rest", limits, logs.group());
    };
  }

  private SigningKey key(String serviceToken) {
    List<String> random =
        settings.payments().randomSecrets().stream().map(Secret::parameter).toList();
    return new SigningKey(this, "SigningKey", serviceToken, settings.keyGeneration(), random);
  }

  private Map<Address, String> addresses(ApiGateway gateway) {
    return Map.of(
        Address.PAYMENT_PROVIDER,
        settings.payments().url(gateway),
        Address.PAYMENT_WEBHOOK,
        gateway.url() + "/api/payments/webhook");
  }

  private void serve(ApiGateway gateway, FunctionSpecs specs) {
    Schedules schedules = new Schedules(this, "Schedules");
    if (settings.phase().splitsFunctions()) {
      for (Endpoint endpoint : services.endpoints()) {
        FunctionSpec spec = specs.serving(endpoint, start(endpoint));
        gateway.route(endpoint, spec.name(), live(spec));
      }
      for (Task task : services.tasks()) {
        FunctionSpec spec = specs.running(task);
        Function function = function(spec).function();
        functions.put(spec.name(), function);
        schedules.start(List.of(task), spec.name(), function);
      }
      for (Worker worker : services.workers()) {
        FunctionSpec spec = specs.working(worker);
        Function function = function(spec).function();
        functions.put(spec.name(), function);
        queues.feed(worker, function);
      }
    } else {
      serve(
          gateway,
          schedules,
          services.ofPublic(),
          specs.monolith(services.workloads(), limits.concurrencyCap()));
    }
    Registry sandbox = registry.ofSandbox();
    if (settings.payments().isSandbox() && !sandbox.endpoints().isEmpty()) {
      serve(
          gateway, schedules, sandbox, specs.sandbox(sandbox.workloads(), limits.concurrencyCap()));
    }
  }

  /** Serves all of a registry with one function. */
  private void serve(ApiGateway gateway, Schedules schedules, Registry served, FunctionSpec spec) {
    IFunction live = live(spec);
    served.endpoints().forEach(endpoint -> gateway.route(endpoint, spec.name(), live));
    schedules.start(served.tasks(), spec.name(), live);
  }

  private IFunction live(FunctionSpec spec) {
    IFunction live = LiveAlias.of(function(spec), spec.start(), "keys " + settings.keyGeneration());
    functions.put(spec.name(), live);
    return live;
  }

  private ShopFunction function(FunctionSpec spec) {
    return new ShopFunction(this, spec, artifacts, settings.architecture(), functionLogs);
  }

  private Start start(Endpoint endpoint) {
    return endpoint.hot() && settings.provisioned() > 0
        ? new Start.Provisioned(settings.provisioned())
        : new Start.Snapshot();
  }

  private void watch(ApiGateway gateway, GatewayLogs logs, Tables tables) {
    Alarms alarms = new Alarms(this, "Alarms", settings.phase(), settings.alarmEmail());
    ApiAlarms.watch(alarms, gateway, logs, limits);
    OrderAlarms.watch(alarms);
    queues.watch(alarms);
    functions.forEach((name, function) -> watch(alarms, name, function));
    if (settings.phase().splitsFunctions()) {
      // The rest is seen in the API's own latency: a stack has no room for an alarm on each.
      services.ofPublic().endpoints().stream()
          .filter(each -> each.hot() || each.onlyReads())
          .forEach(each -> watchLatency(alarms, each));
    }
    if (settings.phase().canExhaustTables()) {
      TableAlarms.watch(alarms, tables);
    }
    new ShopDashboard(this, "Overview", settings.phase(), gateway, logs, functions, tables);
  }

  private static void watch(Alarms alarms, String name, IFunction function) {
    if (name.equals(FunctionSpecs.MONOLITH)) {
      FunctionAlarms.watchMonolith(alarms, name, function);
    } else {
      FunctionAlarms.watch(alarms, name, function);
    }
  }

  private void watchLatency(Alarms alarms, Endpoint endpoint) {
    IFunction function = Objects.requireNonNull(functions.get(endpoint.name()), endpoint.name());
    FunctionAlarms.watchLatency(alarms, endpoint, function, limits.latencyTarget());
  }
}
