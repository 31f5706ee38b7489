package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ordinary AWS CLI in the pinned version, which it installs in {@code target} once. */
final class AwsCli {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Scripts.ROOT.resolve("local/e2e");

  private final Path command;
  private final Map<String, String> environment;

  private AwsCli(Path command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
  }

  /** The CLI of a developer, who has any credentials. */
  static AwsCli of(RunningShop shop) throws IOException, InterruptedException {
    return new AwsCli(
        installed(),
        Map.of(
            "AWS_ENDPOINT_URL", shop.outputs().path("awsEndpoint").asText(),
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "AWS_DEFAULT_REGION", "us-east-1",
            "AWS_CONFIG_FILE", HOME.resolve("target/no-config").toString(),
            "AWS_PAGER", ""));
  }

  private static Path installed() throws IOException, InterruptedException {
    String version;
    try (Stream<String> lines = Files.lines(HOME.resolve("requirements.txt"))) {
      version = lines.filter(line -> line.startsWith("awscli==")).collect(Collectors.joining());
    }
    Path environment = HOME.resolve("target").resolve(version);
    Path command = environment.resolve("bin/aws");
    if (!Files.isExecutable(command)) {
      Scripts.run(Map.of(), List.of("python3", "-m", "venv", environment.toString())).succeeded();
      Path pip = environment.resolve("bin/pip");
      Scripts.run(
              Map.of(),
              List.of(
                  pip.toString(),
                  "install",
                  "--quiet",
                  "--disable-pip-version-check",
                  "-r",
                  HOME.resolve("requirements.txt").toString()))
          .succeeded();
    }
    return command;
  }

  /** What a call prints, as JSON. */
  JsonNode call(String... arguments) throws IOException, InterruptedException {
    return JSON.readTree(run(arguments).succeeded().output());
  }

  /** What a call that the emulator can't answer says. */
  String refusal(String... arguments) throws IOException, InterruptedException {
    Scripts.Run run = run(arguments);
    assertNotEquals(0, run.exitCode(), run.output());
    return run.output();
  }

  private Scripts.Run run(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--output", "json"));
    return Scripts.run(environment, line);
  }
}
