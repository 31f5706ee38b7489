package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.runtime.InFlight;
import dev.zerotomillions.local.functions.runtime.Invoker;
import java.time.Instant;
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
  private final FunctionObserver observer;

  Calls(FunctionRegistry registry, Invoker invoker, FunctionObserver observer) {
    this.registry = registry;
    this.invoker = invoker;
    this.observer = observer;
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

  /**
   * Starts an invocation.
   *
   * @param context the caller's client context as JSON
   * @param trace the caller's trace
   */
  public InFlight call(
      Target target,
      String requestId,
      byte[] payload,
      Optional<String> context,
      Optional<TraceHeader> trace) {
    var now = Instant.now();
    var active = target.version().tracing().equals("Active");
    var invocation =
        new InFlight(
            requestId, target.arn(), payload, context, InvocationTrace.of(trace, active, now));
    invocation.whenEnded(outcome -> observer.ended(ended(target, invocation, now, outcome)));
    if (payload.length > Limits.REQUEST) {
      invocation.complete(new Invocation.PayloadTooLarge(payload.length, Limits.REQUEST));
    } else {
      invoker.start(target.function(), target.version(), invocation);
    }
    return invocation;
  }

  private static EndedInvocation ended(
      Target target, InFlight invocation, Instant accepted, Invocation outcome) {
    var now = Instant.now();
    var begun =
        invocation.hasBegun()
            ? Optional.of(now.minus(invocation.duration()))
            : Optional.<Instant>empty();
    return new EndedInvocation(
        target.version(),
        target.arn(),
        invocation.requestId(),
        invocation.trace(),
        accepted,
        begun,
        invocation.duration(),
        invocation.init(),
        now,
        outcome);
  }

  InFlight call(String function, String requestId, byte[] payload, Optional<TraceHeader> trace) {
    var target = find(function);
    if (target.isPresent()) {
      return call(target.get(), requestId, payload, Optional.empty(), trace);
    }
    var nothing =
        new InFlight(
            requestId,
            function,
            payload,
            Optional.empty(),
            InvocationTrace.of(trace, false, Instant.now()));
    nothing.complete(new Invocation.NotFound(function));
    return nothing;
  }
}
