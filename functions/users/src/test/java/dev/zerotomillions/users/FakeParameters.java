package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Parameters in memory. */
final class FakeParameters implements Parameters {
  final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public boolean putIfAbsent(String name, String value) {
    return values.putIfAbsent(name, value) == null;
  }

  @Override
  public void overwrite(String name, String value) {
    values.put(name, value);
  }
}
