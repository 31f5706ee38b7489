package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.data.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Parameters kept in memory; among them, from the start, a key for cursors. */
public final class InMemoryParameters implements Parameters {
  public static final String CURSOR_KEY = "/test/cursor-key";

  private final Map<String, String> values = new ConcurrentHashMap<>();

  public InMemoryParameters() {
    values.put(CURSOR_KEY, "dGhlIGtleSB0aGF0IHNpZ25zIHRoZSBjdXJzb3JzIQ==");
  }

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
