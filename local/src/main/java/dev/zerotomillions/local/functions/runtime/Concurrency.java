package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many invocations run at once, against what the function and its account's region allow.
 *
 * <p>What functions reserve is taken from the account's; the others share the rest.
 */
public final class Concurrency {
  private final FunctionRegistry registry;
  private final int account;
  private final Map<String, Integer> running = new HashMap<>();

  public Concurrency(FunctionRegistry registry, int account) {
    this.registry = registry;
    this.account = account;
  }

  /** Begins an invocation, or tells Lambda's reason against it. */
  synchronized Optional<String> enter(DeployedFunction function) {
    var region = function.latest().region();
    var reserved = function.reserved();
    if (reserved.isPresent()) {
      if (running.getOrDefault(key(function), 0) >= reserved.getAsInt()) {
        return Optional.of("ReservedFunctionConcurrentInvocationLimitExceeded");
      }
    } else if (running.getOrDefault(region, 0) >= unreserved(region)) {
      return Optional.of("ConcurrentInvocationLimitExceeded");
    }
    running.merge(reserved.isPresent() ? key(function) : region, 1, Integer::sum);
    return Optional.empty();
  }

  /** Ends an invocation that began. */
  synchronized void leave(DeployedFunction function) {
    var key = function.reserved().isPresent() ? key(function) : function.latest().region();
    running.merge(key, -1, (now, less) -> now + less == 0 ? null : now + less);
  }

  /** What all functions of a region share. */
  public int account() {
    return account;
  }

  /** What functions without a reservation share. */
  public int unreserved(String region) {
    var taken = 0;
    for (var each : registry.in(region)) {
      taken += each.reserved().orElse(0);
    }
    return account - taken;
  }

  private static String key(DeployedFunction function) {
    return function.latest().functionArn();
  }
}
