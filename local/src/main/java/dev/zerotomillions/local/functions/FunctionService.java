package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.functions.api.LambdaApi;
import dev.zerotomillions.local.functions.later.LaterQueue;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.ResourcePolicies;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import dev.zerotomillions.local.functions.runtime.FunctionLogs;
import dev.zerotomillions.local.functions.runtime.InFlight;
import dev.zerotomillions.local.functions.runtime.Invoker;
import dev.zerotomillions.local.functions.types.FunctionTypes;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lambda: deploys functions, and invokes them. */
public final class FunctionService implements Functions, AutoCloseable {

  /** The longest that any function may run, and an initialisation before it. */
  private static final Duration FOREVER = Duration.ofMinutes(20);

  private final FunctionRegistry registry = new FunctionRegistry();
  private final FunctionLogs logs;
  private final Invoker invoker;
  private final Calls calls;
  private final LaterQueue later;
  private final List<ResourceType> types;
  private final LambdaApi api;

  /**
   * Starts the service, with no function deployed.
   *
   * @param console takes each line that a function logs, with the function's name in front
   * @param observer sees what functions do
   */
  public FunctionService(
      FunctionSettings settings,
      Children children,
      Credentials credentials,
      CodeStore codes,
      Consumer<String> console,
      FunctionObserver observer) {
    var concurrency = new Concurrency(registry, settings.accountConcurrency());
    this.logs = new FunctionLogs(settings.data().resolve("logs"), console, observer);
    this.invoker = new Invoker(settings, children, credentials, concurrency, logs);
    this.calls = new Calls(registry, invoker, observer);
    this.later =
        new LaterQueue(
            settings.data().resolve("events"),
            (function, id, payload) ->
                calls.call(function, id, payload, Optional.empty()).answer(FOREVER),
            settings.retryDelays(),
            Clock.systemUTC(),
            console);
    this.types =
        FunctionTypes.all(
            registry,
            concurrency,
            invoker,
            codes,
            settings.data().resolve("versions"),
            Clock.systemUTC(),
            later::arrived);
    this.api = new LambdaApi(registry, concurrency, calls, this::invokeLater);
  }

  /** The CloudFormation resource types that make up functions. */
  public List<ResourceType> resourceTypes() {
    return types;
  }

  /** The functions that are deployed. */
  public FunctionRegistry registry() {
    return registry;
  }

  /** The functions' resource policies. */
  public InvokePermissions permissions() {
    return new ResourcePolicies(registry);
  }

  /** Lambda's own API, for the AWS CLI and SDKs. */
  public AwsApi api() {
    return api;
  }

  @Override
  public Invocation invoke(String function, byte[] payload, Duration patience)
      throws InterruptedException {
    return invoke(function, payload, patience, Optional.empty());
  }

  @Override
  public Invocation invoke(
      String function, byte[] payload, Duration patience, Optional<TraceHeader> trace)
      throws InterruptedException {
    return calls.call(function, InFlight.newRequestId(), payload, trace).answer(patience);
  }

  @Override
  public Invocation invokeLater(String function, byte[] payload) {
    var target = calls.find(function);
    if (target.isEmpty()) {
      return new Invocation.NotFound(function);
    }
    if (payload.length > Limits.QUEUED_REQUEST) {
      return new Invocation.PayloadTooLarge(payload.length, Limits.QUEUED_REQUEST);
    }
    var id = InFlight.newRequestId();
    later.accept(id, function, payload, target.get().function());
    return new Invocation.Accepted(id);
  }

  /** Ends all execution environments. Events that aren't done stay for the next run. */
  @Override
  public void close() {
    later.close();
    invoker.close();
    logs.close();
  }
}
