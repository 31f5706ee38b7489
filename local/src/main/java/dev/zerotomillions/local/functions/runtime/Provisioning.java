package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Provisioned concurrency: starts the environments that are to be ready before anyone calls.
 *
 * <p>At most half of the processes that the emulator allows itself are spent on it. A version that
 * can't be initialised is given up until it is deployed again.
 */
final class Provisioning {

  /** Starts one environment; false if it fails. */
  @FunctionalInterface
  interface Starter {
    boolean start(FunctionVersion version) throws InterruptedException;
  }

  private final Environments environments;
  private final Starter starter;
  private final FunctionLogs logs;
  private final Map<String, FunctionVersion> versions = new ConcurrentHashMap<>();
  private final Set<String> starting = ConcurrentHashMap.newKeySet();

  Provisioning(Environments environments, Starter starter, FunctionLogs logs) {
    this.environments = environments;
    this.starter = starter;
    this.logs = logs;
  }

  void keep(FunctionVersion version, int count) {
    environments.keep(version, count);
    if (count > 0) {
      versions.put(version.revision(), version);
      tend();
    } else {
      versions.remove(version.revision());
    }
  }

  /** Starts what is missing, one environment of each version at a time. */
  void tend() {
    for (var version : versions.values()) {
      if (starting.add(version.revision())) {
        if (environments.claimKept(version)) {
          Thread.ofVirtual().name("provisioning").start(() -> start(version));
        } else {
          starting.remove(version.revision());
        }
      }
    }
  }

  private void start(FunctionVersion version) {
    try {
      if (!starter.start(version)) {
        versions.remove(version.revision());
        logs.add(
            version,
            "Provisioned concurrency of version %s is given up: it can't be initialised"
                .formatted(version.version()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      starting.remove(version.revision());
    }
  }
}
