package dev.zerotomillions.payments;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.HttpFront;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final HttpFront front = HttpFront.open();
  private final Api api;

  /** The calls that came, as {@code <method> <path>}. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Decides what becomes of a call. */
  volatile Function<String, Fate> fates = _ -> Fate.ARRIVES;

  Sandbox(InMemoryParameters parameters, InstantSource clock) {
    api =
        Api.start(
            Map.of(
                "SANDBOX_TABLE", table.name(),
                "PAYMENT_KEY_PARAMETER", PaymentsApi.KEY_PARAMETER,
                "WEBHOOK_SECRET_PARAMETER", PaymentsApi.SECRET_PARAMETER),
            parameters,
            clock);
    front.before(this::serve);
  }

  String url() {
    return front.url() + "/sandbox";
  }

  private Optional<ApiResponse> serve(ApiRequest request) {
    var call = request.method() + " " + request.path();
    calls.add(call);
    return switch (fates.apply(call)) {
      case IS_LOST -> Optional.empty();
      case FAILS -> Optional.of(new ApiResponse(500, Map.of(), "<html>Server error</html>"));
      case ANSWER_IS_LOST -> {
        api.send(request);
        yield Optional.empty();
      }
      case ARRIVES -> Optional.of(api.send(request));
    };
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
    front.close();
  }
}
