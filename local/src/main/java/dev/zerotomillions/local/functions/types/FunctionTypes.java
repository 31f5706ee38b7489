package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.functions.CodeStore;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.runtime.Concurrency;
import dev.zerotomillions.local.functions.runtime.Invoker;
import dev.zerotomillions.local.resources.ResourceType;
import java.time.Clock;
import java.util.List;

/** All resource types that make up functions. */
public final class FunctionTypes {
  private FunctionTypes() {}

  public static List<ResourceType> all(
      FunctionRegistry registry,
      Concurrency concurrency,
      Invoker invoker,
      CodeStore codes,
      Clock clock) {
    var deployment = new Deployment(registry, concurrency, invoker);
    return List.of(
        new FunctionType(deployment, new FunctionProperties(codes, clock)),
        new VersionType(deployment),
        new AliasType(deployment),
        new PermissionType(deployment));
  }
}
