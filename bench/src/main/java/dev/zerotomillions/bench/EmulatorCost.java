package dev.zerotomillions.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What the emulator costs: its start, its memory, and what it adds to a call. */
final class EmulatorCost {
  /** The functions that are called, and the name of what is no function. */
  private static final Set<String> TWO_FUNCTIONS = Set.of("", "GetProduct", "GetStock");

  private static final double MOST_START_SECONDS = 20;
  private static final double MOST_MEGABYTES = 900;
  private static final double MOST_CALL_MILLIS = 3;
  private static final int STARTS = 5;
  private static final int CALLS = 600;

  /** Below the rate at which phase 0's gateway throttles. */
  private static final Duration PACE = Duration.ofMillis(30);

  private final Path root;
  private final Path data;
  private final int port;

  EmulatorCost(Path root, Path work) throws IOException {
    this.root = root;
    this.data = work.resolve("emulator");
    try (var socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
  }

  void run(Report report) throws IOException, InterruptedException {
    report.section("The emulator, phase 1, both cores");
    run("up", "--detach", "--phase", "1");
    run("down");
    var starts = new long[STARTS];
    for (var i = 0; i < STARTS; i++) {
      var started = System.nanoTime();
      run("up", "--detach");
      starts[i] = System.nanoTime() - started;
      if (i < STARTS - 1) {
        run("down");
      }
    }
    report.target(
        "scripts/up on a built tree, to the first 200",
        Durations.of(starts).medianMillis() / 1000,
        MOST_START_SECONDS,
        "s");
    try (var client = new LeanClient(port)) {
      get(client, "/api/products/espresso-cup");
      get(client, "/api/inventory/espresso-cup");
      report.target(
          "resident, two functions warm",
          residentMegabytes(TWO_FUNCTIONS::contains),
          MOST_MEGABYTES,
          "MB");
      report.figure(
          "those included that the health check left",
          Math.round(residentMegabytes(_ -> true)) + " MB");
      var call = call(report, client);
      report.target("a call of a function that reads nothing, p50", call, MOST_CALL_MILLIS, "ms");
    }
    run("down");
  }

  /** The time of a call through the front door, the gateway and the function, and back. */
  private double call(Report report, LeanClient client) throws IOException, InterruptedException {
    var nanos = new long[CALLS];
    for (var i = 0; i < CALLS; i++) {
      Thread.sleep(PACE);
      var started = System.nanoTime();
      get(client, "/.well-known/jwks.json");
      nanos[i] = System.nanoTime() - started;
    }
    var warm = Durations.of(LongStream.of(nanos).skip(CALLS / 2).toArray());
    report.figure("a call of a function that reads nothing", warm.micros());
    return warm.medianMillis();
  }

  private void get(LeanClient client, String path) throws IOException {
    var status = client.get(path);
    if (status != 200) {
      throw new BenchmarkFailed("GET %s answered %d; see %s/logs".formatted(path, status, data));
    }
  }

  /**
   * The emulator and its children: the engine, and the functions' processes.
   *
   * @param counted which functions count, by name
   */
  private double residentMegabytes(Predicate<String> counted) throws IOException {
    var emulator =
        ProcessHandle.of(Long.parseLong(Files.readString(data.resolve("pid")).strip()))
            .orElseThrow(() -> new BenchmarkFailed("The emulator ended; see " + data + "/logs"));
    var kilobytes = residentKilobytes(emulator);
    for (var child : emulator.descendants().toList()) {
      if (counted.test(function(child))) {
        kilobytes += residentKilobytes(child);
      }
    }
    return kilobytes / 1024.0;
  }

  /** The name of the function that runs in a process; empty if it is an engine. */
  private static String function(ProcessHandle process) throws IOException {
    var environment = Files.readString(Path.of("/proc", "" + process.pid(), "environ"));
    for (var variable : environment.split("\0", -1)) {
      if (variable.startsWith("SHOP_FUNCTION=")) {
        return variable.substring("SHOP_FUNCTION=".length());
      }
    }
    return "";
  }

  private static long residentKilobytes(ProcessHandle process) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", "" + process.pid(), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  private void run(String script, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("scripts").resolve(script).toString()));
    command.addAll(List.of(arguments));
    var log = data.resolveSibling("emulator.log");
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("SHOP_DATA", data.toString());
    builder.environment().put("SHOP_PORT", String.valueOf(port));
    if (builder.start().waitFor() != 0) {
      throw new BenchmarkFailed("scripts/%s failed; see %s".formatted(script, log));
    }
  }
}
