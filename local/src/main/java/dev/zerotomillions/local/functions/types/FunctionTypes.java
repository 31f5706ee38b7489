package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.functions.CodeStore;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import dev.zerotomillions.local.functions.runtime.Invoker;
import dev.zerotomillions.local.resources.ResourceType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** All resource types that make up functions. */
public final class FunctionTypes {
  private FunctionTypes() {}

  /**
   * Makes them.
   *
   * @param versions the folder where published versions are kept
   * @param arrived told of each function that is there
   */
  public static List<ResourceType> all(
      FunctionRegistry registry,
      Concurrency concurrency,
      Invoker invoker,
      CodeStore codes,
      Path versions,
      Clock clock,
      Consumer<DeployedFunction> arrived) {
    var deployment = new Deployment(registry, concurrency, invoker, arrived);
    var properties = new FunctionProperties(codes, clock);
    return List.of(
        new FunctionType(deployment, properties),
        new VersionType(deployment, new VersionStore(versions), properties),
        new AliasType(deployment),
        new PermissionType(deployment),
        new EventInvokeConfigType(deployment),
        new ScalableTargetType(deployment),
        new ScalingPolicyType());
  }
}
