package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The sandbox's function on a table of its own, with a clock, dice and a receiver of webhooks. */
final class SandboxApi {
  static final String KEY = "sk_test_secret";
  static final String SECRET = "whsec_secret";

  final TestTable table = TestTable.create();
  final List<Duration> slept = new ArrayList<>();

  /** What the dice show next; they show 99 when nothing is left. */
  final Deque<Integer> dice = new ArrayDeque<>();

  /** What was sent, as {@code <signature> <body>}. */
  final List<String> received = new ArrayList<>();

  Instant now = Instant.parse("2026-03-01T12:00:00Z");
  int receiverAnswers = 200;

  private final Api api =
      Api.start(
          Map.of(
              "SANDBOX_TABLE", table.name(),
              "PAYMENT_KEY_PARAMETER", "/test/payment-key",
              "WEBHOOK_SECRET_PARAMETER", "/test/webhook-secret",
              "WEBHOOK_URL", "http://127.0.0.1:9/unused"),
          parameters(),
          (InstantSource) () -> now,
          new Dice() {
            @Override
            int percent() {
              return dice.isEmpty() ? 99 : dice.pop();
            }
          },
          new Slowness() {
            @Override
            void pass(Duration time) {
              slept.add(time);
            }
          },
          (Delivery)
              (body, signature) -> {
                synchronized (received) {
                  received.add(signature + " " + body);
                }
                return receiverAnswers;
              });

  private static InMemoryParameters parameters() {
    var parameters = new InMemoryParameters();
    parameters.overwrite("/test/payment-key", KEY);
    parameters.overwrite("/test/webhook-secret", SECRET);
    return parameters;
  }

  Api api() {
    return api;
  }

  /** Sends the webhooks that are due. */
  void send() {
    api.runTask("SendSandboxWebhooks");
  }

  ApiResponse post(String path, String form) {
    return api.send(request(path, form));
  }

  ApiResponse post(String path, String form, String key) {
    return api.send(request(path, form).header("Idempotency-Key", key));
  }

  static ApiRequest request(String path, String form) {
    return ApiRequest.of("POST", "/sandbox/v1/" + path)
        .header("Authorization", "Bearer " + KEY)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(form);
  }

  ApiResponse get(String path) {
    return api.send(ApiRequest.get("/sandbox/v1/" + path).header("Authorization", "Bearer " + KEY));
  }

  static String intent(String token) {
    return "amount=1999&currency=eur&metadata%5BorderId%5D=ord_1&payment_method_data%5Btype%5D=card"
        + "&payment_method_data%5Bcard%5D%5Btoken%5D="
        + token;
  }

  /** Creates an intent and tells its id. */
  String created(String token) {
    var answer = post("payment_intents", intent(token));
    if (answer.status() != 200) {
      throw new AssertionError(answer);
    }
    return String.valueOf(answer.get("id"));
  }

  ApiResponse confirm(String id) {
    return post("payment_intents/" + id + "/confirm", "");
  }

  ApiResponse cancel(String id) {
    return post("payment_intents/" + id + "/cancel", "");
  }

  ApiResponse refund(String id) {
    return post("refunds", "payment_intent=" + id);
  }

  Object status(String id) {
    return String.valueOf(get("payment_intents/" + id).get("status"));
  }

  /** A member of the answer's error object. */
  static String error(ApiResponse answer, String member) {
    return answer.get("error") instanceof Map<?, ?> error
        ? String.valueOf(error.get(member))
        : "no error";
  }
}
