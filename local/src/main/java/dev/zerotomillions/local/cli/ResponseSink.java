package dev.zerotomillions.local.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The address to which a custom resource's handler, invoked by hand, sends its response. */
final class ResponseSink implements AutoCloseable {
  private final HttpServer server;
  private final AtomicReference<String> body = new AtomicReference<>("");

  private ResponseSink(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.start();
  }

  static ResponseSink open() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new ResponseSink(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
  }

  String url() {
    return "http://localhost:%d/response".formatted(server.getAddress().getPort());
  }

  Optional<String> received() {
    return Optional.of(body.get()).filter(text -> !text.isEmpty());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
