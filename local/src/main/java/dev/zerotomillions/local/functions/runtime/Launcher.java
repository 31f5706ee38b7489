package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.process.ChildCommand;
import dev.zerotomillions.local.process.Children;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Starts execution environments. */
final class Launcher {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final Children children;
  private final RuntimeApi api;
  private final RuntimeClient client;
  private final LambdaVariables variables;
  private final FunctionLogs logs;
  private final Timeouts timeouts;

  Launcher(
      Children children,
      RuntimeApi api,
      RuntimeClient client,
      LambdaVariables variables,
      FunctionLogs logs,
      Timeouts timeouts) {
    this.children = children;
    this.api = api;
    this.client = client;
    this.variables = variables;
    this.logs = logs;
    this.timeouts = timeouts;
  }

  /**
   * Starts an environment; where not even its process can be started, its initialisation failed.
   */
  Environment launch(FunctionVersion version, InitType initType, Environment.Pool pool) {
    var id = UUID.randomUUID().toString().replace("-", "");
    var environment = new Environment(id, version, initType, pool, timeouts, logs);
    environment.log().line(Report.initStart(version));
    var runtimeApi = api.admit(id, environment);
    try {
      var child = children.start(command(environment, runtimeApi), environment.log()::line);
      environment.runIn(child);
    } catch (UncheckedIOException e) {
      environment.notStarted(String.valueOf(e.getCause()));
    }
    return environment;
  }

  void forget(Environment environment) {
    api.dismiss(environment.id());
  }

  private ChildCommand command(Environment environment, String runtimeApi) {
    var version = environment.version();
    var initType = environment.initType();
    var flags = new ArrayList<>(JvmFlags.of(version, initType));
    flags.addAll(client.jvmOptions());
    var classPath = new ArrayList<>(client.classPath());
    classPath.addAll(ClassPath.of(version.code().folder()));
    var stream =
        "%s/[%s]%s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC).format(DAY), version.version(), environment.id());
    return new ChildCommand(
        version.name(),
        flags,
        classPath,
        RuntimeClient.MAIN_CLASS,
        List.of(version.handler()),
        variables.of(version, initType, runtimeApi, stream),
        version.code().folder());
  }
}
