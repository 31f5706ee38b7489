package dev.zerotomillions.shared.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** DynamoDB Local as a process of its own, in memory, started once for all tests of a JVM. */
public final class DynamoDbLocal {
  private static final Path LIB = Path.of("local", "engines", "dynamodb", "target", "lib");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final class Holder {
    private static final DynamoDbLocal INSTANCE = new DynamoDbLocal();
  }

  private final Process process;
  private final int port;

  private DynamoDbLocal() {
    Path lib = find(Path.of("").toAbsolutePath());
    this.port = freePort();
    try {
      this.process = command(lib, port).start();
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local could not be started", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitPort();
  }

  /** Where the engine of this JVM listens; starts it on the first call. */
  public static URI endpoint() {
    return URI.create("http://127.0.0.1:" + Holder.INSTANCE.port);
  }

  private static ProcessBuilder command(Path lib, int port) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.library.path=" + lib,
            "-Dsqlite4java.library.path=" + lib,
            "-cp",
            lib + File.separator + "*",
            "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
            "-inMemory",
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            Integer.toString(port));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static Path find(Path folder) {
    for (Path root = folder; root != null; root = root.getParent()) {
      if (Files.isDirectory(root.resolve(LIB))) {
        return root.resolve(LIB);
      }
    }
    throw new IllegalStateException(
        LIB + " is missing; build it with: mvn -pl local/engines/dynamodb process-resources");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }

  private void awaitPort() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("DynamoDB Local did not come up on port " + port);
      }
      try {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while DynamoDB Local started", e);
      }
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      // Nobody listens yet; awaitPort asks again.
      return false;
    }
  }
}
