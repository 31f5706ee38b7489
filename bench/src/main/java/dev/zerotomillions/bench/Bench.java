package dev.zerotomillions.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The benchmarks' command line: {@code Bench ROOT [ROUNDS]}; exits with 1 where a target is missed.
 */
final class Bench {
  private static final int DEFAULT_ROUNDS = 7;

  private Bench() {}

  static void main(String[] arguments) throws IOException, InterruptedException {
    var root = Path.of(arguments[0]).toAbsolutePath();
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_ROUNDS;
    var client = root.resolve("bench/target/runtime-client");
    var shop =
        Subject.of(
            "shop",
            "dev.zerotomillions.shared.http.ApiHandler::handleRequest",
            client,
            root.resolve("bench/target/shop/lib"));
    var plain =
        Subject.of(
            "plain",
            "dev.zerotomillions.bench.plain.PlainGetProduct::handleRequest",
            client,
            root.resolve("bench/plain/target/lib"),
            root.resolve("bench/plain/target"));
    var report = new Report();
    try (var laboratory = Laboratory.open(root)) {
      new ColdStart(laboratory, shop, plain, rounds).run(report);
      new WarmCost(laboratory, shop, plain).run(report);
      new EmulatorCost(root, laboratory.work()).run(report);
    }
    if (!report.missed().isEmpty()) {
      report.section("Missed: " + String.join("; ", report.missed()));
      System.exit(1);
    }
  }
}
