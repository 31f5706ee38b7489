package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.files.Files;
import dev.zerotomillions.shared.problem.Unavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Files kept in memory, out of reach when a test says so. */
public final class InMemoryFiles implements Files {
  private final Map<String, byte[]> byKey = new ConcurrentHashMap<>();
  private volatile boolean reachable = true;

  /** Has every call fail from now on, or succeed again. */
  public void reachable(boolean now) {
    reachable = now;
  }

  public Set<String> keys() {
    return new TreeSet<>(byKey.keySet());
  }

  public String text(String key) {
    return new String(Optional.ofNullable(byKey.get(key)).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    reach();
    byKey.put(key, content.clone());
  }

  @Override
  public void delete(String key) {
    reach();
    byKey.remove(key);
  }

  @Override
  public URI downloadUrl(String key, String name, Duration lifetime) {
    return URI.create("https://files.example/%s?for=%d".formatted(key, lifetime.toSeconds()));
  }

  @Override
  public URI uploadUrl(String key, Announced file, Duration lifetime) {
    return URI.create("https://files.example/%s?for=%d&up".formatted(key, lifetime.toSeconds()));
  }

  private void reach() {
    if (!reachable) {
      throw new Unavailable("The files are out of reach.");
    }
  }
}
