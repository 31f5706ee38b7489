package dev.zerotomillions.local.engines;

import dev.zerotomillions.local.process.ChildCommand;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.process.ClassJar;
import dev.zerotomillions.local.web.WebClient;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** DynamoDB Local as a child process that is started again if it dies. */
public final class DynamoDbEngine implements AutoCloseable {
  private static final Duration CALL_PATIENCE = Duration.ofSeconds(60);

  private final EngineProcess process;
  private final RegionDatabases databases;

  private DynamoDbEngine(EngineProcess process, RegionDatabases databases) {
    this.process = process;
    this.databases = databases;
  }

  /**
   * Starts the engine; the first call waits until it is ready.
   *
   * @param library the folder of DynamoDB Local's jars and native library
   * @param data the emulator's data folder
   */
  public static DynamoDbEngine start(Children children, Path library, Path data)
      throws IOException {
    if (!Files.isDirectory(library)) {
      throw new IOException(
          "DynamoDB Local is not in %s. Run ./mvnw -pl local/engines/dynamodb process-resources"
              .formatted(library));
    }
    Path folder = data.toAbsolutePath();
    Path tables = Files.createDirectories(folder.resolve("dynamodb"));
    Files.createDirectories(folder.resolve("logs"));
    Path launcher =
        ClassJar.write(
            folder.resolve("run").resolve("dynamodb-launcher.jar"),
            List.of(LoopbackDynamoDb.class, Checkpoints.class));
    Path jars = library.toAbsolutePath();
    ChildCommand command =
        new ChildCommand(
            "DynamoDB Local",
            List.of(
                "-Xms64m",
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsqlite4java.library.path=" + jars),
            List.of(launcher, jars.resolve("*")),
            LoopbackDynamoDb.class.getName(),
            List.of("-dbPath", tables.toString(), "-disableTelemetry"),
            Map.of(),
            folder);
    EngineLog log = new EngineLog(folder.resolve("logs").resolve("dynamodb.log"));
    return new DynamoDbEngine(
        new EngineProcess(children, command, log, () -> DynamoDbEngine::port),
        new RegionDatabases(tables));
  }

  /** The process id of the child that runs now. */
  public long pid() {
    return process.pid();
  }

  /** Waits until the engine answers. */
  public void awaitReady() throws EngineUnavailable, InterruptedException {
    process.ready();
  }

  /**
   * Passes a request to the engine. A request is never repeated: the caller's SDK does that.
   *
   * @param target the API's version and the operation, as {@code X-Amz-Target} has it
   */
  public WebResponse call(String region, String target, byte[] body)
      throws EngineUnavailable, InterruptedException {
    WebClient ready = process.ready();
    try {
      databases.make(region);
      return ready.send("POST", "/", headers(region, target), body, CALL_PATIENCE);
    } catch (IOException e) {
      throw process.brokeOff(e);
    }
  }

  private static WebHeaders headers(String region, String target) {
    return WebHeaders.of(
        "Content-Type",
        "application/x-amz-json-1.0",
        "X-Amz-Target",
        target,
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/dynamodb/aws4_request, SignedHeaders=host, Signature=0"
            .formatted(RegionDatabases.ACCESS_KEY, region));
  }

  private static OptionalInt port(String line) {
    return line.startsWith(LoopbackDynamoDb.PORT_LINE)
        ? OptionalInt.of(
            Integer.parseInt(line.substring(LoopbackDynamoDb.PORT_LINE.length()).strip()))
        : OptionalInt.empty();
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
