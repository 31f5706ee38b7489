package dev.zerotomillions.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The smallest Lambda Runtime API that AWS's runtime client accepts: one process, one event at a
 * time, and a clock.
 *
 * <p>It is the benchmarks' own, not the emulator's, so that a figure says nothing of the emulator.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

  /**
   * What the function answered.
   *
   * @param nanos {@link System#nanoTime()} when the answer had arrived
   */
  record Answer(long nanos, boolean succeeded, byte[] body) {}

  private RuntimeApi(HttpServer server) {
    this.server = server;
  }

  static RuntimeApi start() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var api = new RuntimeApi(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PREFIX, api::handle);
    server.start();
    return api;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void send(byte[] event) {
    events.add(event);
  }

  Answer await(FunctionProcess function) throws InterruptedException {
    for (var waited = 0; waited < 600; waited++) {
      var answer = answers.poll(100, TimeUnit.MILLISECONDS);
      if (answer != null) {
        if (!answer.succeeded()) {
          throw new BenchmarkFailed(
              "The function answered an error: " + new String(answer.body(), UTF_8));
        }
        return answer;
      }
      function.requireAlive();
    }
    throw new BenchmarkFailed("The function gave no answer within 60 s; see " + function.log());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
      var body = exchange.getRequestBody().readAllBytes();
      if (path.equals("invocation/next")) {
        next(exchange);
      } else {
        answers.add(new Answer(System.nanoTime(), path.endsWith("/response"), body));
        exchange.sendResponseHeaders(202, -1);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      var event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
      headers.add(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:000000000000:function:bench");
      headers.add(
          "Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 30_000));
      headers.add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
