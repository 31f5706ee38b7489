package dev.zerotomillions.local.engines;

import dev.zerotomillions.local.process.Child;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** DynamoDB Local as a child process that is started again if it dies. */
public final class DynamoDbEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DynamoDbEngine.class.getName());
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration CALL_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LIVED = Duration.ofSeconds(20);
  private static final int MAX_EARLY_DEATHS = 3;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Children children;
  private final ChildCommand command;
  private final EngineLog log;
  private final RegionDatabases databases;
  private volatile CompletableFuture<WebClient> client = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile Child child;
  private int earlyDeaths;
  private long startedAt;

  private DynamoDbEngine(
      Children children, ChildCommand command, EngineLog log, RegionDatabases databases) {
    this.databases = databases;
    this.children = children;
    this.command = command;
    this.log = log;
    this.child = launch();
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
    return new DynamoDbEngine(
        children,
        command,
        new EngineLog(folder.resolve("logs").resolve("dynamodb.log")),
        new RegionDatabases(tables));
  }

  /** The process id of the child that runs now. */
  public long pid() {
    return child.pid();
  }

  /** Waits until the engine answers. */
  public void awaitReady() throws EngineUnavailable, InterruptedException {
    ready();
  }

  /**
   * Passes a request to the engine. A request is never repeated: the caller's SDK does that.
   *
   * @param target the API's version and the operation, as {@code X-Amz-Target} has it
   */
  public WebResponse call(String region, String target, byte[] body)
      throws EngineUnavailable, InterruptedException {
    WebClient ready = ready();
    try {
      databases.make(region);
      return ready.send("POST", "/", headers(region, target), body, CALL_PATIENCE);
    } catch (IOException e) {
      throw new EngineUnavailable("DynamoDB Local broke off; its log is " + log.file(), e);
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

  private WebClient ready() throws EngineUnavailable, InterruptedException {
    try {
      return client.get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new EngineUnavailable("DynamoDB Local does not run; its log is " + log.file(), e);
    }
  }

  private Child launch() {
    CompletableFuture<WebClient> announced = client;
    startedAt = System.nanoTime();
    Child started = children.start(command, line -> read(line, announced));
    var unused = started.exit().thenAccept(this::ended);
    return started;
  }

  private void read(String line, CompletableFuture<WebClient> announced) {
    if (line.startsWith(LoopbackDynamoDb.PORT_LINE)) {
      String port = line.substring(LoopbackDynamoDb.PORT_LINE.length()).strip();
      announced.complete(new WebClient(Integer.parseInt(port)));
    } else {
      log.write(line);
    }
  }

  private synchronized void ended(int exitCode) {
    if (closed) {
      return;
    }
    boolean early = System.nanoTime() - startedAt < LIVED.toNanos();
    earlyDeaths = early ? earlyDeaths + 1 : 0;
    String death =
        "DynamoDB Local ended with exit code %d (log: %s)".formatted(exitCode, log.file());
    client.completeExceptionally(new EngineUnavailable(death));
    client = new CompletableFuture<>();
    if (earlyDeaths >= MAX_EARLY_DEATHS) {
      client.completeExceptionally(new EngineUnavailable(death));
      LOG.log(System.Logger.Level.ERROR, "{0}; it dies at once, so it is not started again", death);
      return;
    }
    LOG.log(System.Logger.Level.WARNING, "{0}; starting it again", death);
    child = launch();
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
    }
    if (client.isDone() && !client.isCompletedExceptionally()) {
      client.join().close();
    }
    child.end(GRACE);
  }
}
