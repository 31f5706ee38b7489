package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Lambda: deploys functions, and invokes them. */
public final class FunctionService implements Functions, AutoCloseable {
  private final FunctionRegistry registry = new FunctionRegistry();
  private final FunctionLogs logs;
  private final Invoker invoker;
  private final List<ResourceType> types;

  /**
   * @param console takes each line that a function logs, with the function's name in front
   */
  public FunctionService(
      FunctionSettings settings,
      Children children,
      Credentials credentials,
      CodeStore codes,
      Consumer<String> console) {
    var concurrency = new Concurrency(registry, settings.accountConcurrency());
    this.logs = new FunctionLogs(settings.data().resolve("logs"), console);
    this.invoker = new Invoker(settings, children, credentials, concurrency, logs);
    this.types = FunctionTypes.all(registry, concurrency, invoker, codes, Clock.systemUTC());
  }

  /** The CloudFormation resource types that make up functions. */
  public List<ResourceType> resourceTypes() {
    return types;
  }

  /** The functions' resource policies. */
  public ResourcePolicies permissions() {
    return new ResourcePolicies(registry);
  }

  @Override
  public Invocation invoke(String function, byte[] payload, Duration patience)
      throws InterruptedException {
    var name = FunctionName.parse(function);
    var deployed = name.flatMap(registry::find);
    var qualifier = name.flatMap(FunctionName::qualifier).orElse(FunctionVersion.LATEST);
    var version = deployed.flatMap(each -> each.resolve(qualifier));
    if (deployed.isEmpty() || version.isEmpty()) {
      return new Invocation.NotFound(function);
    }
    if (payload.length > Limits.REQUEST) {
      return new Invocation.PayloadTooLarge(payload.length, Limits.REQUEST);
    }
    var arn = version.get().functionArn();
    var invocation =
        new InFlight(
            InFlight.newRequestId(),
            name.flatMap(FunctionName::qualifier).isEmpty() ? arn : arn + ":" + qualifier,
            payload,
            Optional.empty());
    invoker.start(deployed.get(), version.get(), invocation);
    try {
      return invocation.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Invocation.TookTooLong(invocation.requestId());
    } catch (ExecutionException e) {
      throw new IllegalStateException("An invocation never ends in an exception", e);
    }
  }

  @Override
  public Invocation invokeLater(String function, byte[] payload) {
    return new Invocation.NotFound(function);
  }

  /** Ends all execution environments. */
  @Override
  public void close() {
    invoker.close();
    logs.close();
  }
}
