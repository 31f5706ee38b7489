package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import dev.zerotomillions.local.functions.runtime.Invoker;
import java.util.OptionalInt;

/**
 * The functions that run now, and how they are changed.
 *
 * <p>New invocations go to the new version as soon as it is in the registry; those under way finish
 * on the environments of the old one.
 */
record Deployment(FunctionRegistry registry, Concurrency concurrency, Invoker invoker) {

  void deploy(FunctionVersion latest, OptionalInt reserved) {
    var before = registry.find(latest.region(), latest.name());
    if (before.isEmpty()) {
      registry.put(DeployedFunction.of(latest, reserved));
      return;
    }
    registry.change(before.get(), now -> now.with(latest, reserved));
    retire(before.get().latest());
  }

  void remove(String region, String name) {
    registry
        .remove(region, name)
        .ifPresent(
            function -> {
              retire(function.latest());
              function.versions().values().forEach(this::retire);
            });
  }

  void retire(FunctionVersion version) {
    invoker.retire(each -> each.revision().equals(version.revision()));
  }
}
