package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The project's scripts, run as a person would run them. */
final class Scripts {
  static final Path ROOT = Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
  private static final long PATIENCE_MINUTES = 5;

  private Scripts() {}

  /** What a script printed, both streams together, and how it ended. */
  record Run(int exitCode, String output) {
    Run succeeded() {
      assertEquals(0, exitCode, output);
      return this;
    }
  }

  static Run run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ROOT.resolve("scripts").resolve(script).toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  static Run run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end; so far it printed:\n" + output);
    }
    return new Run(process.exitValue(), output);
  }
}
