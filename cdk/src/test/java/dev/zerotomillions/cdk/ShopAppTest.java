package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The app as a process, which is how the CDK CLI and the scripts run it. */
class ShopAppTest {
  @TempDir Path folder;

  private record Ended(int code, String errors) {}

  @Test
  void secondSynthesis_inAnotherProcess_givesTheSameBytes() throws Exception {
    Path first = Synthesis.of("1", "http").out();
    Path second = folder.resolve("out");

    Ended ended = run(second, "{\"phase\":1,\"assets\":\"%s\"}".formatted(StandIns.folder()));

    assertEquals(new Ended(0, ""), ended);
    List<String> templates = templates(first);
    assertEquals(templates, templates(second));
    for (String template : templates) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(template)),
          Files.readAllBytes(second.resolve(template)),
          template);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"phase\":3} | Phase 3 (read replicas) is not implemented yet; choose one of: 0 (zero scale), 1 (web tier), 4 (queues).",
        "{\"assets\":\"/none\"} | /none/users/target/function.zip is missing: build it with ./mvnw package -pl functions/users -am, or name another folder with -c assets=DIR."
      })
  void refusal_isOneLineAndExitCode1(String context, String line) throws Exception {
    assertEquals(new Ended(1, line), run(folder.resolve("out"), context));
    assertTrue(Files.notExists(folder.resolve("out/Shop.template.json")));
  }

  private Ended run(Path out, String context) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            ShopApp.class.getName());
    builder.environment().put("CDK_OUTDIR", out.toString());
    builder.environment().put("CDK_CONTEXT_JSON", context);
    int code = builder.redirectError(errors.toFile()).start().waitFor();
    return new Ended(code, Files.readString(errors, StandardCharsets.UTF_8).strip());
  }

  private static List<String> templates(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".template.json") || name.endsWith(".zip"))
          .sorted()
          .toList();
    }
  }
}
