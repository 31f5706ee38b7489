package dev.zerotomillions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function's process: AWS's runtime client on a JVM, pinned to one core where the system can. */
final class FunctionProcess implements AutoCloseable {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final boolean CAN_PIN = Files.isExecutable(Path.of("/usr/bin/taskset"));

  private final Process process;
  private final Path log;
  private final long startedNanos;

  private FunctionProcess(Process process, Path log, long startedNanos) {
    this.process = process;
    this.log = log;
    this.startedNanos = startedNanos;
  }

  static FunctionProcess start(
      Subject subject,
      List<String> jvmFlags,
      RuntimeApi api,
      Map<String, String> environment,
      Path work)
      throws IOException {
    var command = new ArrayList<String>();
    if (CAN_PIN) {
      command.addAll(List.of("taskset", "-c", "0"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(jvmFlags);
    command.add(
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + NativeClient.extractedTo(work, subject));
    command.addAll(List.of("-cp", subject.classPath(), CLIENT, subject.handler()));
    var log = work.resolve(subject.name() + ".log");
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("_HANDLER", subject.handler());
    var started = System.nanoTime();
    return new FunctionProcess(builder.start(), log, started);
  }

  long startedNanos() {
    return startedNanos;
  }

  Path log() {
    return log;
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new BenchmarkFailed(
          "The function's process ended with %d; see %s".formatted(process.exitValue(), log));
    }
  }

  /** Ends the process in the orderly way, in which a JVM writes its AOT cache. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new BenchmarkFailed("The function's process did not end; see " + log);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
