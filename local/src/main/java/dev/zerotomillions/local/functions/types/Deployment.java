package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.Alias;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import dev.zerotomillions.local.functions.runtime.Invoker;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The functions that run now, and how they are changed.
 *
 * <p>New invocations go to the new version as soon as it is in the registry; those under way finish
 * on the environments of the old one.
 *
 * @param arrived told of each function that is there, for the events that wait for it
 */
record Deployment(
    FunctionRegistry registry,
    Concurrency concurrency,
    Invoker invoker,
    Consumer<DeployedFunction> arrived) {

  void deploy(FunctionVersion latest, OptionalInt reserved, ObjectNode properties) {
    var before = registry.find(latest.region(), latest.name());
    if (before.isPresent()) {
      registry.change(before.get(), now -> now.with(latest, reserved, properties));
      invoker.retire(before.get().latest());
    } else {
      var function = DeployedFunction.of(latest, reserved, properties);
      registry.put(function);
      arrived.accept(function);
    }
  }

  void remove(String region, String name) {
    registry
        .remove(region, name)
        .ifPresent(
            function -> {
              invoker.retire(function.latest());
              function.versions().values().forEach(invoker::retire);
            });
  }

  void addVersion(DeployedFunction function, FunctionVersion version) {
    registry.change(function, now -> now.withVersions(all -> all.put(version.version(), version)));
  }

  void removeVersion(DeployedFunction function, String number) {
    var version = function.versions().get(number);
    registry.change(function, now -> now.withVersions(all -> all.remove(number)));
    if (version != null) {
      invoker.retire(version);
    }
  }

  void putAlias(DeployedFunction function, Alias alias) {
    registry.change(function, now -> now.withAliases(all -> all.put(alias.name(), alias)));
    provision(function);
  }

  void removeAlias(DeployedFunction function, String name) {
    registry.change(function, now -> now.withAliases(all -> all.remove(name)));
    provision(function);
  }

  /** Keeps as many environments ready as the function's aliases ask for. */
  private void provision(DeployedFunction before) {
    var name = before.latest().name();
    registry
        .find(before.latest().region(), name)
        .ifPresent(
            function ->
                function
                    .versions()
                    .values()
                    .forEach(each -> invoker.provision(each, function.provisioned(each))));
  }
}
