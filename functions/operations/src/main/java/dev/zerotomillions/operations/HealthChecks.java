package dev.zerotomillions.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Looks at all parts at once and waits for none longer than a caller would. */
@Singleton
class HealthChecks {
  /** A part that is reached through functions is up, even where all of them have to start first. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Executor THREADS = task -> Thread.startVirtualThread(task);

  private final List<Tier> tiers;

  HealthChecks(List<Tier> tiers) {
    this.tiers = List.copyOf(tiers);
  }

  List<Tier> tiers() {
    return tiers;
  }

  TierHealth look(Tier tier) {
    return TierHealth.of(results(started(tier)));
  }

  /** The health of each tier given, by its name. */
  Map<String, TierHealth> look(List<Tier> chosen) {
    Map<String, Map<String, CompletableFuture<Boolean>>> looks = new TreeMap<>();
    chosen.forEach(tier -> looks.put(tier.name(), started(tier)));
    Map<String, TierHealth> health = new LinkedHashMap<>();
    looks.forEach((tier, started) -> health.put(tier, TierHealth.of(results(started))));
    return health;
  }

  private static Map<String, CompletableFuture<Boolean>> started(Tier tier) {
    Map<String, CompletableFuture<Boolean>> started = new TreeMap<>();
    tier.checks().forEach((part, check) -> started.put(part, start(check)));
    return started;
  }

  private static CompletableFuture<Boolean> start(Tier.Check check) {
    return CompletableFuture.supplyAsync(check::passes, THREADS)
        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Map<String, String> results(Map<String, CompletableFuture<Boolean>> looks) {
    Map<String, String> results = new LinkedHashMap<>();
    looks.forEach(
        (part, passes) -> results.put(part, passes.join() ? TierHealth.UP : TierHealth.DOWN));
    return results;
  }
}
