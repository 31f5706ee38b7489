package dev.zerotomillions.local.engines;

import dev.zerotomillions.local.process.ChildCommand;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.web.WebClient;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * ElasticMQ as a child process for one region's queues, started again if it dies. Its messages are
 * in an H2 database that is written before each answer.
 */
public final class SqsEngine implements AutoCloseable {
  /** Longer than the longest poll. */
  private static final Duration CALL_PATIENCE = Duration.ofSeconds(40);

  private final EngineProcess process;

  private SqsEngine(EngineProcess process) {
    this.process = process;
  }

  /**
   * Where and for whom an engine runs.
   *
   * @param library the folder of ElasticMQ's jars
   * @param data the emulator's data folder
   * @param endpoint the emulator's own address, which the queues' URLs show
   */
  public record Place(Path library, Path data, URI endpoint, String account) {}

  /**
   * Starts the engine; the first call waits until it is ready and has its queues again.
   *
   * @param queues the names of the queues that it has to have
   */
  public static SqsEngine start(
      Children children, Place place, String region, Supplier<Set<String>> queues)
      throws IOException {
    if (!Files.isDirectory(place.library())) {
      throw new IOException(
          "ElasticMQ is not in %s. Run ./mvnw -pl local/engines/sqs process-resources"
              .formatted(place.library()));
    }
    Path folder = place.data().toAbsolutePath();
    Path settings = folder.resolve("run").resolve("elasticmq-%s.conf".formatted(region));
    Files.createDirectories(settings.getParent());
    Files.createDirectories(folder.resolve("sqs"));
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(settings, settings(place, region, folder.resolve("sqs").resolve(region)));
    ChildCommand command =
        new ChildCommand(
            "ElasticMQ of " + region,
            List.of(
                "-Xms32m",
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dconfig.file=" + settings),
            List.of(place.library().toAbsolutePath().resolve("*")),
            "org.elasticmq.server.Main",
            List.of(),
            Map.of(),
            folder);
    EngineLog log =
        new EngineLog(folder.resolve("logs").resolve("elasticmq-%s.log".formatted(region)));
    return new SqsEngine(
        new EngineProcess(
            children, command, log, () -> new RestoredQueues(Set.copyOf(queues.get()))));
  }

  private static String settings(Place place, String region, Path database) {
    return """
    include classpath("application.conf")
    node-address { protocol = "%s", host = "%s", port = %d, context-path = "" }
    generate-node-address = false
    rest-sqs { enabled = true, bind-hostname = "127.0.0.1", bind-port = 0, sqs-limits = strict }
    rest-stats { enabled = false }
    queues-storage { enabled = false }
    messages-storage {
      enabled = true
      driver-class = "org.h2.Driver"
      uri = "jdbc:h2:%s;WRITE_DELAY=0"
      username = "sa"
      password = ""
      prune-data-on-init = false
    }
    aws { region = "%s", accountId = "%s" }
    """
        .formatted(
            place.endpoint().getScheme(),
            place.endpoint().getHost(),
            place.endpoint().getPort(),
            database.toString().replace("\\", "/"),
            region,
            place.account());
  }

  /** The process id of the child that runs now. */
  public long pid() {
    return process.pid();
  }

  /**
   * Passes a request to the engine. A request is never repeated: the caller's SDK does that.
   *
   * @param operation such as {@code SendMessage}
   * @param body as JSON
   */
  public WebResponse call(String operation, String body)
      throws EngineUnavailable, InterruptedException {
    WebClient ready = process.ready();
    WebHeaders headers =
        WebHeaders.of(
            "Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS." + operation);
    try {
      return ready.send("POST", "/", headers, body.getBytes(StandardCharsets.UTF_8), CALL_PATIENCE);
    } catch (IOException e) {
      throw process.brokeOff(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
