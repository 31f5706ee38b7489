package dev.zerotomillions.local.functions.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The functions that are deployed now. */
public final class FunctionRegistry {

  private record Key(String region, String name) {}

  private final Map<Key, DeployedFunction> functions = new ConcurrentHashMap<>();

  /** Finds a function; by name alone it is looked for in every region. */
  public Optional<DeployedFunction> find(FunctionName name) {
    if (name.region().isPresent()) {
      return Optional.ofNullable(functions.get(new Key(name.region().get(), name.name())));
    }
    return functions.values().stream().filter(each -> named(each, name.name())).findFirst();
  }

  public Optional<DeployedFunction> find(String region, String name) {
    return Optional.ofNullable(functions.get(new Key(region, name)));
  }

  public List<DeployedFunction> in(String region) {
    return functions.values().stream()
        .filter(each -> each.latest().region().equals(region))
        .sorted(Comparator.comparing(each -> each.latest().name()))
        .toList();
  }

  public List<DeployedFunction> all() {
    return List.copyOf(functions.values());
  }

  public void put(DeployedFunction function) {
    functions.put(key(function), function);
  }

  /** Changes a function in one step; one that is gone stays gone. */
  public void change(DeployedFunction function, UnaryOperator<DeployedFunction> change) {
    functions.computeIfPresent(key(function), (key, now) -> change.apply(now));
  }

  public Optional<DeployedFunction> remove(String region, String name) {
    return Optional.ofNullable(functions.remove(new Key(region, name)));
  }

  private static Key key(DeployedFunction function) {
    return new Key(function.latest().region(), function.latest().name());
  }

  private static boolean named(DeployedFunction function, String name) {
    return function.latest().name().equals(name);
  }
}
