package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/deploy}, with stand-ins for the tools that would reach out of the machine. */
class DeployScriptTest {
  private static final Path SCRIPT =
      Path.of("..", "scripts", "deploy").toAbsolutePath().normalize();
  private static final String KNOWN_TO_AWS =
      """
      case "$*" in
        sts*) echo 123456789012 ;;
        cloudformation*) echo 30 ;;
      esac
      """;
  private static final String CDK =
      """
      while [ $# -gt 0 ]; do
        if [ "$1" = --outputs-file ]; then
          cat >"$2" <<'JSON'
      {
        "Shop-Keys": {
          "CreateAdministratorFunctionName": "Shop-Keys-CreateAdministrator-1"
        },
        "Shop": {
          "ApiUrl": "https://abc.example.com"
        }
      }
      JSON
        fi
        shift
      done
      """;

  @TempDir Path folder;

  private record Ended(int code, String out, String errors) {}

  @BeforeEach
  void standIns() throws IOException {
    standIn("aws", KNOWN_TO_AWS);
    standIn("npx", CDK);
    standIn("npm", "");
    standIn("mvn", "[ \"$1\" != --version ] || echo Apache Maven 3.9.9");
  }

  @Test
  void deploy_buildsThenDeploysAndTellsWhatToDoNext() throws Exception {
    Ended ended = deploy("--phase", "1", "--gateway", "rest", "--region", "eu-west-1");

    assertEquals("", ended.errors());
    assertEquals(0, ended.code());
    assertTrue(ended.out().contains("https://abc.example.com/api"));
    assertTrue(ended.out().contains("--function-name Shop-Keys-CreateAdministrator-1"));
    List<String> calls = calls();
    int build = indexOf(calls, "mvn -q -B package -DskipTests");
    int deployment = indexOf(calls, "npx cdk deploy --all --require-approval never");
    assertTrue(build >= 0 && build < deployment, calls.toString());
    assertTrue(calls.get(deployment).endsWith("-c phase=1 -c gateway=rest"));
  }

  @Test
  void dryRun_showsTheCommandsAndRunsNone() throws Exception {
    Ended ended =
        deploy("--dry-run", "--region", "eu-west-1", "--provisioned", "2", "--phase", "1");

    assertEquals(0, ended.code());
    assertTrue(ended.out().contains("-c phase=1 -c provisioned=2"));
    assertTrue(
        calls().stream().noneMatch(call -> call.startsWith("npx") || call.contains("package")));
  }

  @Test
  void unknownCaller_isToldToSignIn() throws Exception {
    standIn("aws", "exit 255");

    assertRefused("AWS doesn't know you: sign in with aws sso login", "--region", "eu-west-1");
  }

  @Test
  void missingBootstrap_isNamedWithItsCommand() throws Exception {
    standIn("aws", "case \"$*\" in sts*) echo 123456789012 ;; *) exit 254 ;; esac");

    assertRefused("npx cdk bootstrap aws://123456789012/eu-west-1", "--region", "eu-west-1");
  }

  @Test
  void missingBootstrap_isMadeWhenAskedFor() throws Exception {
    standIn("aws", "case \"$*\" in sts*) echo 123456789012 ;; *) exit 254 ;; esac");

    assertEquals(0, deploy("--region", "eu-west-1", "--bootstrap").code());
    assertTrue(indexOf(calls(), "npx cdk bootstrap aws://123456789012/eu-west-1") >= 0);
  }

  @Test
  void failedDeployment_isReportedByTheExitCode() throws Exception {
    standIn("npx", "exit 1");

    assertRefused("the deployment failed", "--region", "eu-west-1");
  }

  @Test
  void badOptions_areRefusedInOneLine() throws Exception {
    assertRefused("unknown option '--what'", "--what");
    assertRefused("--phase wants a value", "--phase");
    assertRefused("phase '9' is none", "--phase", "9");
    assertRefused("no region", "--phase", "1");
  }

  private void assertRefused(String message, String... options) throws Exception {
    Ended ended = deploy(options);

    assertEquals(1, ended.code());
    assertTrue(ended.errors().contains(message), ended.errors());
    assertEquals(1, ended.errors().strip().lines().count(), ended.errors());
    assertFalse(ended.out().contains("The shop runs"));
  }

  private Ended deploy(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    int code =
        builder.redirectOutput(out.toFile()).redirectError(errors.toFile()).start().waitFor();
    return new Ended(code, Files.readString(out), Files.readString(errors));
  }

  private void standIn(String tool, String body) throws IOException {
    Path script = folder.resolve(tool);
    Files.writeString(
        script,
        "#!/bin/sh\necho \"%s $*\" >>\"%s\"\n%s\n".formatted(tool, folder.resolve("calls"), body),
        StandardCharsets.UTF_8);
    assertTrue(script.toFile().setExecutable(true));
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  private static int indexOf(List<String> calls, String start) {
    return calls.stream().map(call -> call.startsWith(start)).toList().indexOf(true);
  }
}
