package dev.zerotomillions.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sandbox's own code behind a real HTTP connection, which can fail. */
final class Sandbox implements AutoCloseable {
  /** What becomes of a call on its way. */
  enum Fate {
    ARRIVES,
    IS_LOST,
    ANSWER_IS_LOST,
    FAILS
  }

  private final TestTable table = TestTable.create();
  private final HttpServer server;
  private final Api api;

  /** The calls that came, as {@code <method> <path>}. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Decides what becomes of a call. */
  volatile Function<String, Fate> fates = _ -> Fate.ARRIVES;

  Sandbox(InMemoryParameters parameters, InstantSource clock) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    api =
        Api.start(
            Map.of(
                "SANDBOX_TABLE", table.name(),
                "PAYMENT_KEY_PARAMETER", PaymentsApi.KEY_PARAMETER,
                "WEBHOOK_SECRET_PARAMETER", PaymentsApi.SECRET_PARAMETER),
            parameters,
            clock);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sandbox";
  }

  private void serve(HttpExchange exchange) throws IOException {
    var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(call);
    var fate = fates.apply(call);
    if (fate == Fate.IS_LOST) {
      exchange.close();
      return;
    }
    if (fate == Fate.FAILS) {
      answer(exchange, 500, "<html>Internal server error</html>");
      return;
    }
    var answer = api.send(request(exchange, body));
    if (fate == Fate.ANSWER_IS_LOST) {
      exchange.close();
    } else {
      answer(exchange, answer.status(), answer.body());
    }
  }

  private static ApiRequest request(HttpExchange exchange, String body) {
    var request =
        ApiRequest.of(exchange.getRequestMethod(), exchange.getRequestURI().getPath()).body(body);
    for (var header : exchange.getRequestHeaders().entrySet()) {
      request =
          request.header(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    return request;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Calls the sandbox as somebody does who has its key, such as the provider's dashboard. */
  ApiResponse call(UnaryOperator<ApiRequest> how) {
    return api.send(
        how.apply(ApiRequest.get("/")).header("authorization", "Bearer " + PaymentsApi.KEY));
  }

  /** The id of the intent that was confirmed last. */
  String lastIntent() {
    var confirmation = calls.stream().filter(call -> call.endsWith("/confirm")).toList().getLast();
    return confirmation.substring(
        confirmation.indexOf("pi_"), confirmation.length() - "/confirm".length());
  }

  /** How many intents of an order took its amount, whether or not it was given back. */
  long charges(String orderId) {
    return intents(orderId).filter(Sandbox::tookTheAmount).count();
  }

  /** What the customer is out of pocket. */
  long taken(String orderId) {
    return intents(orderId)
        .filter(Sandbox::tookTheAmount)
        .mapToLong(intent -> number(intent, "amount") - number(intent, "amountRefunded"))
        .sum();
  }

  private Stream<Map<String, AttributeValue>> intents(String orderId) {
    return TestTable.client()
        .scanPaginator(request -> request.tableName(table.name()).consistentRead(true))
        .items()
        .stream()
        .filter(item -> item.containsKey("metadata"))
        .filter(item -> String.valueOf(item.get("metadata")).contains(orderId));
  }

  private static boolean tookTheAmount(Map<String, AttributeValue> intent) {
    return String.valueOf(intent.get("status")).contains("SUCCEEDED")
        || number(intent, "amountRefunded") > 0;
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.getOrDefault(name, AttributeValue.fromN("0")).n());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
