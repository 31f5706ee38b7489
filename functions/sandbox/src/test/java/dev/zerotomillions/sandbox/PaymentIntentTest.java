package dev.zerotomillions.sandbox;

import static dev.zerotomillions.sandbox.SandboxApi.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentIntentTest {
  private final SandboxApi sandbox = new SandboxApi();

  @Test
  void intent_isCreatedUnconfirmed_andTakesNothing() {
    var answer = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"));

    assertEquals(200, answer.status(), answer.body());
    assertTrue(String.valueOf(answer.get("id")).matches("pi_[0-9a-f]{32}"), answer.body());
    assertEquals("payment_intent", answer.get("object"));
    assertEquals("requires_confirmation", answer.get("status"));
    assertEquals(1999L, answer.get("amount"));
    assertEquals("eur", answer.get("currency"));
    assertEquals(0L, answer.get("amount_received"));
    assertEquals(Map.of("orderId", "ord_1"), answer.get("metadata"));
  }

  @Test
  void formThatTheGatewayEncoded_isReadToo() {
    var bytes = SandboxApi.intent("tok_visa").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var request = SandboxApi.request("payment_intents", "").bytes(bytes);
    assertEquals(200, sandbox.api().send(request).status());
  }

  @Test
  void confirmedIntent_hasTakenItsAmount() {
    var id = sandbox.created("tok_visa");
    var answer = sandbox.confirm(id);
    assertEquals("succeeded", answer.get("status"));
    assertEquals(1999L, answer.get("amount_received"));
    assertEquals("succeeded", sandbox.status(id));
  }

  @Test
  void decline_isACardError_andLeavesNothingToConfirm() {
    var id = sandbox.created("tok_insufficient_funds");

    var answer = sandbox.confirm(id);
    assertEquals(402, answer.status());
    assertEquals("card_error", error(answer, "type"));
    assertEquals("card_declined", error(answer, "code"));
    assertEquals("insufficient_funds", error(answer, "decline_code"));
    var intent = sandbox.get("payment_intents/" + id);
    assertEquals("requires_payment_method", intent.get("status"));
    assertTrue(intent.body().contains("\"last_payment_error\""), intent.body());
    assertEquals("payment_intent_unexpected_state", error(sandbox.confirm(id), "code"));
  }

  @Test
  void secondConfirmation_isRefused_andTellsTheIntent() {
    var id = sandbox.created("tok_visa");
    sandbox.confirm(id);
    var answer = sandbox.confirm(id);
    assertEquals(400, answer.status());
    assertEquals("payment_intent_unexpected_state", error(answer, "code"));
    assertTrue(error(answer, "payment_intent").contains("status=succeeded"), answer.body());
  }

  @Test
  void cancelledIntent_cannotBeConfirmed_andTheReverse() {
    var cancelled = sandbox.created("tok_visa");
    assertEquals("canceled", sandbox.cancel(cancelled).get("status"));
    assertEquals(400, sandbox.confirm(cancelled).status());
    var confirmed = sandbox.created("tok_visa");
    sandbox.confirm(confirmed);
    assertEquals("payment_intent_unexpected_state", error(sandbox.cancel(confirmed), "code"));
  }

  @Test
  void confirmationAndCancellationAtOnce_oneOfThemWins()
      throws ExecutionException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      var id = sandbox.created("tok_visa");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var confirmation = threads.submit(() -> sandbox.confirm(id).status());
        var cancellation = threads.submit(() -> sandbox.cancel(id).status());
        assertEquals(600, confirmation.get() + cancellation.get());
      }
    }
  }

  @Test
  void lateCard_isProcessing_thenSucceedsByItself_andCannotBeCancelledMeanwhile() {
    var id = sandbox.created("tok_late_5000");
    assertEquals("processing", sandbox.confirm(id).get("status"));
    assertEquals(400, sandbox.cancel(id).status());
    assertEquals(400, sandbox.refund(id).status());
    sandbox.now = sandbox.now.plusMillis(5000);
    assertEquals("succeeded", sandbox.status(id));
    assertEquals(200, sandbox.refund(id).status());
  }

  @Test
  void slowCard_takesItsTime() {
    assertEquals("succeeded", sandbox.confirm(sandbox.created("tok_slow_1500")).get("status"));
    assertEquals(List.of(Duration.ofMillis(1500)), sandbox.slept);
  }

  @Test
  void refund_givesBackOnce() {
    var id = sandbox.created("tok_visa");
    assertEquals("payment_intent_unexpected_state", error(sandbox.refund(id), "code"));
    sandbox.confirm(id);
    var refund = sandbox.refund(id);
    assertEquals("succeeded", refund.get("status"));
    assertEquals(1999L, refund.get("amount"));
    assertEquals("charge_already_refunded", error(sandbox.refund(id), "code"));
  }

  @Test
  void partialRefunds_neverExceedTheCharge() {
    var id = sandbox.created("tok_visa");
    sandbox.confirm(id);
    assertEquals(200, sandbox.post("refunds", "payment_intent=" + id + "&amount=1000").status());
    assertEquals(400, sandbox.post("refunds", "payment_intent=" + id + "&amount=1000").status());
    assertEquals(999L, sandbox.refund(id).get("amount"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "currency=eur",
        "amount=x&currency=eur",
        "amount=0&currency=eur",
        "amount=1999&currency=EUR",
        "amount=1999&currency=eur&payment_method_data%5Bcard%5D%5Btoken%5D=tok_nonsense",
        "amount=1999&currency=eur&payment_method_data%5Bcard%5D%5Btoken%5D=tok_flaky_101",
        "amount=1999&currency=eur&nonsense=1"
      })
  void wrongParameters_areRefused(String form) {
    var answer = sandbox.post("payment_intents", form);
    assertEquals(400, answer.status());
    assertEquals("invalid_request_error", error(answer, "type"));
    assertEquals(0, sandbox.table.count());
  }

  @Test
  void cardNumber_isRefused_andNotRepeated() {
    var answer =
        sandbox.post(
            "payment_intents",
            "amount=1999&currency=eur&payment_method_data%5Bcard%5D%5Bnumber%5D=4242424242424242");
    assertEquals("parameter_unknown", error(answer, "code"));
    assertFalse(answer.body().contains("4242"), answer.body());
  }

  @Test
  void unknownIntent_isNotFound() {
    var answer = sandbox.get("payment_intents/pi_0");
    assertEquals(404, answer.status());
    assertEquals("resource_missing", error(answer, "code"));
  }

  @Test
  void nothing_isDoneWithoutTheSecretKey() {
    var stranger = ApiRequest.get("/sandbox/v1/balance");
    assertEquals(401, sandbox.api().send(stranger).status());
    assertEquals(
        401, sandbox.api().send(stranger.header("Authorization", "Bearer sk_test_guess")).status());
    assertEquals("balance", sandbox.get("balance").get("object"));
  }
}
