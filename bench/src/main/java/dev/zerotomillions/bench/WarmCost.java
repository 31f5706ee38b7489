package dev.zerotomillions.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Warm cost: what the framework adds to a call, and whether a call stays as quick as an environment
 * ages.
 */
final class WarmCost {
  private static final int EVENTS = 11_000;
  private static final int BATCH = 500;
  private static final double MOST_OVERHEAD_MICROS = 150;
  private static final double MOST_GROWTH = 1.0;

  private final Laboratory laboratory;
  private final Subject shop;
  private final Subject plain;

  WarmCost(Laboratory laboratory, Subject shop, Subject plain) {
    this.laboratory = laboratory;
    this.shop = shop;
    this.plain = plain;
  }

  void run(Report report) throws IOException, InterruptedException {
    var shopNanos = new long[EVENTS];
    var plainNanos = new long[EVENTS];
    try (var shopApi = RuntimeApi.start();
        var plainApi = RuntimeApi.start();
        var shopFunction = start(shop, shopApi);
        var plainFunction = start(plain, plainApi)) {
      for (var from = 0; from < EVENTS; from += BATCH) {
        call(shopApi, shopFunction, shopNanos, from);
        call(plainApi, plainFunction, plainNanos, from);
      }
    }
    report.section("Warm, one environment each, " + EVENTS + " events in turn, one core");
    var shopWarm = warm(shopNanos);
    var plainWarm = warm(plainNanos);
    report.figure("shop", shopWarm.micros());
    report.figure("plain handler", plainWarm.micros());
    report.target(
        "the framework's overhead a call",
        shopWarm.medianMicros() - plainWarm.medianMicros(),
        MOST_OVERHEAD_MICROS,
        "us");
    report.target(
        "10,000th call against the 1,000th",
        around(shopNanos, 10_000) / around(shopNanos, 1_000),
        MOST_GROWTH,
        "times");
  }

  private void call(RuntimeApi api, FunctionProcess function, long[] nanos, int from)
      throws InterruptedException {
    for (var i = from; i < from + BATCH; i++) {
      var started = System.nanoTime();
      api.send(laboratory.event());
      nanos[i] = api.await(function).nanos() - started;
    }
  }

  /** The second half, in which the JIT has settled. */
  private static Durations warm(long[] nanos) {
    return Durations.of(Arrays.copyOfRange(nanos, EVENTS / 2, EVENTS));
  }

  /** The median of the 1,000 calls around one, so that a single hiccup says nothing. */
  private static double around(long[] nanos, int call) {
    return Durations.of(Arrays.copyOfRange(nanos, call - 500, call + 500)).medianMicros();
  }

  /** All tiers of the JIT, as AWS's runtime has them for functions that start from a snapshot. */
  private FunctionProcess start(Subject subject, RuntimeApi api) throws IOException {
    return FunctionProcess.start(
        subject, List.of(), api, laboratory.environment(), laboratory.work());
  }
}
