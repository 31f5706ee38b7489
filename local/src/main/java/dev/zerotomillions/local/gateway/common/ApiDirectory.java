package dev.zerotomillions.local.gateway.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The APIs that are served, each replaced whole: a request sees an API before a change or after.
 */
public final class ApiDirectory {
  private volatile Map<String, Api> served = Map.of();

  public synchronized void publish(Api api) {
    Map<String, Api> changed = new LinkedHashMap<>(served);
    changed.put(api.id(), api);
    served = changed;
  }

  public synchronized void remove(String id) {
    Map<String, Api> changed = new LinkedHashMap<>(served);
    changed.remove(id);
    served = changed;
  }

  public @Nullable Api find(String id) {
    return served.get(id);
  }

  /** The API that was created last and can serve at the root, or null. */
  public @Nullable Api newest() {
    Api newest = null;
    for (Api api : served.values()) {
      newest = api.rootStage() == null ? newest : api;
    }
    return newest;
  }

  public Set<String> ids() {
    return served.keySet();
  }
}
