package dev.zerotomillions.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A system that {@code scripts/up} started, on a data folder and a port of its own. */
final class RunningShop implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final int port;

  private RunningShop(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  static RunningShop up(Path data, String... options) throws IOException, InterruptedException {
    var shop = new RunningShop(data, freePort());
    shop.start(options);
    return shop;
  }

  /** Starts the system again on the same data and port. */
  void start(String... options) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("--detach"));
    arguments.addAll(List.of(options));
    Scripts.run(environment(), "up", arguments.toArray(String[]::new)).succeeded();
  }

  Scripts.Run script(String name, String... arguments) throws IOException, InterruptedException {
    return Scripts.run(environment(), name, arguments);
  }

  /** What makes the scripts act on this system. */
  Map<String, String> environment() {
    return Map.of("SHOP_DATA", data.toString(), "SHOP_PORT", String.valueOf(port));
  }

  Client client() throws IOException {
    return new Client(outputs().path("apiUrl").asText());
  }

  JsonNode outputs() throws IOException {
    return JSON.readTree(data.resolve("outputs.json").toFile());
  }

  Records records() throws IOException {
    return new Records(
        outputs().path("awsEndpoint").asText(), outputs().path("regions").path(0).asText());
  }

  ProcessHandle emulator() throws IOException {
    var pid = Long.parseLong(Files.readString(data.resolve("pid")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Scripts.run(environment(), "down").succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
