package dev.zerotomillions.shared.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A function behind real HTTP on a free port, for code that connects to it. */
public final class HttpFront implements AutoCloseable {
  private final HttpServer server;

  private HttpFront(HttpServer server) {
    this.server = server;
  }

  /** What a front does with a request that came. */
  @FunctionalInterface
  public interface Handler {

    /** Answers, unless the connection is to break. */
    Optional<ApiResponse> answer(ApiRequest request);
  }

  /** Opens a front that isn't there for anyone yet. */
  public static HttpFront open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new HttpFront(server);
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }

  /** Puts a function behind it. */
  public HttpFront before(Api api) {
    return before(request -> Optional.of(api.send(request)));
  }

  public HttpFront before(Handler handler) {
    server.createContext("/", exchange -> serve(exchange, handler));
    return this;
  }

  /** Where it listens, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      var answer = handler.answer(request(exchange));
      if (answer.isPresent()) {
        write(exchange, answer.get());
      }
    }
  }

  private static ApiRequest request(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request = ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI().toString());
    if (!body.isEmpty()) {
      request = request.body(body);
    }
    for (var header : exchange.getRequestHeaders().entrySet()) {
      request =
          request.header(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    return request;
  }

  private static void write(HttpExchange exchange, ApiResponse answer) throws IOException {
    for (Map.Entry<?, ?> header : answer.headers().entrySet()) {
      exchange
          .getResponseHeaders()
          .set(String.valueOf(header.getKey()), String.valueOf(header.getValue()));
    }
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
