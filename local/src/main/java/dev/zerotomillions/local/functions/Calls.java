package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.runtime.InFlight;
import dev.zerotomillions.local.functions.runtime.Invoker;
import java.util.Optional;

/** Finds the functions that callers name, and starts invocations of them. */
public final class Calls {

  /**
   * What a call goes to.
   *
   * @param version the version that serves this call
   * @param arn the function as the caller named it, in full
   */
  public record Target(DeployedFunction function, FunctionVersion version, String arn) {}

  private final FunctionRegistry registry;
  private final Invoker invoker;

  Calls(FunctionRegistry registry, Invoker invoker) {
    this.registry = registry;
    this.invoker = invoker;
  }

  /** Finds what a caller names; where an alias splits its calls, another one may be found next. */
  public Optional<Target> find(String function) {
    return FunctionName.parse(function).flatMap(this::find);
  }

  public Optional<Target> find(FunctionName name) {
    var function = registry.find(name);
    var version =
        function.flatMap(each -> each.resolve(name.qualifier().orElse(FunctionVersion.LATEST)));
    return version.map(
        each ->
            new Target(
                function.get(),
                each,
                name.qualifier()
                    .map(q -> each.functionArn() + ":" + q)
                    .orElse(each.functionArn())));
  }

  /** Starts an invocation. */
  public InFlight call(Target target, String requestId, byte[] payload, Optional<String> context) {
    var invocation = new InFlight(requestId, target.arn(), payload, context);
    if (payload.length > Limits.REQUEST) {
      invocation.complete(new Invocation.PayloadTooLarge(payload.length, Limits.REQUEST));
    } else {
      invoker.start(target.function(), target.version(), invocation);
    }
    return invocation;
  }

  InFlight call(String function, String requestId, byte[] payload) {
    var target = find(function);
    if (target.isPresent()) {
      return call(target.get(), requestId, payload, Optional.empty());
    }
    var nothing = new InFlight(requestId, function, payload, Optional.empty());
    nothing.complete(new Invocation.NotFound(function));
    return nothing;
  }
}
