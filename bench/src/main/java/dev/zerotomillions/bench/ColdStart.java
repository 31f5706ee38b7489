package dev.zerotomillions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Cold start: from the start of the process to the first answer of a DynamoDB read, variants taken
 * in turn.
 */
final class ColdStart {
  private static final String C1 = "-XX:TieredStopAtLevel=1";
  private static final double MOST_OF_DEFAULT = 0.45;
  private static final double MOST_OF_PLAIN = 1.5;

  private final Laboratory laboratory;
  private final Subject shop;
  private final Subject plain;
  private final int rounds;

  /**
   * @param rounds how often each variant is started; the first round of each is not counted
   */
  ColdStart(Laboratory laboratory, Subject shop, Subject plain, int rounds) {
    this.laboratory = laboratory;
    this.shop = shop;
    this.plain = plain;
    this.rounds = rounds;
  }

  private record Variant(String name, Subject subject, List<String> flags, long[] nanos) {
    double median() {
      return Durations.of(nanos).medianMillis();
    }
  }

  void run(Report report) throws IOException, InterruptedException {
    var shopDefault = variant("shop, JVM's defaults", shop, List.of());
    var shopC1 = variant("shop, C1", shop, List.of(C1));
    var shopCached = variant("shop, C1, AOT cache", shop, cached(shop));
    var plainC1 = variant("plain handler, C1", plain, List.of(C1));
    var plainCached = variant("plain handler, C1, AOT cache", plain, cached(plain));
    var variants = List.of(shopDefault, shopC1, shopCached, plainC1, plainCached);

    for (var round = 0; round <= rounds; round++) {
      for (var variant : variants) {
        var nanos = firstAnswer(variant);
        if (round > 0) {
          variant.nanos()[round - 1] = nanos;
        }
      }
    }

    report.section("Cold start, process start to the first answer of a DynamoDB read, one core");
    for (var variant : variants) {
      report.figure(variant.name(), Durations.of(variant.nanos()).millis());
    }
    report.target(
        "AOT cache against C1 alone",
        shopCached.median() / shopC1.median(),
        MOST_OF_DEFAULT,
        "times");
    report.target(
        "shop against plain, both AOT cache",
        shopCached.median() / plainCached.median(),
        MOST_OF_PLAIN,
        "times");
  }

  private Variant variant(String name, Subject subject, List<String> flags) {
    return new Variant(name, subject, flags, new long[rounds]);
  }

  private long firstAnswer(Variant variant) throws IOException, InterruptedException {
    try (var api = RuntimeApi.start()) {
      api.send(laboratory.event());
      try (var function = start(variant.subject(), variant.flags(), api)) {
        return api.await(function).nanos() - function.startedNanos();
      }
    }
  }

  /** Trains an AOT cache with a hundred events, and gives the flags that use it or fail. */
  private List<String> cached(Subject subject) throws IOException, InterruptedException {
    var cache = laboratory.work().resolve(subject.name() + ".aot");
    try (var api = RuntimeApi.start();
        var function = start(subject, List.of(C1, "-XX:AOTCacheOutput=" + cache), api)) {
      for (var i = 0; i < 100; i++) {
        api.send(laboratory.event());
        api.await(function);
      }
      function.stop();
    }
    if (!Files.exists(cache)) {
      throw new BenchmarkFailed(
          "The JVM wrote no AOT cache to " + cache + "; see the log beside it");
    }
    return List.of(C1, "-XX:AOTCache=" + cache, "-XX:AOTMode=on");
  }

  private FunctionProcess start(Subject subject, List<String> flags, RuntimeApi api)
      throws IOException {
    Path work = laboratory.work();
    return FunctionProcess.start(subject, flags, api, laboratory.environment(), work);
  }
}
