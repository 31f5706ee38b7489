package dev.zerotomillions.payments;

import static dev.zerotomillions.payments.PaymentsApi.charge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.PayloadFormat;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargePaymentTest {
  private final PaymentsApi shop = new PaymentsApi();
  private final String order = PaymentsApi.newOrder();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void charge_takesTheAmount() {
    var answer = shop.charge(order, "tok_visa");

    assertEquals(200, answer.status(), answer.body());
    assertEquals("SUCCEEDED", answer.get("status"));
    assertEquals(order, answer.get("orderId"));
    assertEquals("usr_1", answer.get("customerId"));
    assertEquals(Map.of("amount", PaymentsApi.PRICE, "currency", "EUR"), answer.get("amount"));
    assertNotNull(answer.get("createdAt"));
    assertNull(answer.get("token"));
    assertEquals(PaymentsApi.PRICE, shop.sandbox.taken(order));
  }

  @Test
  void chargeThatIsAskedAgain_takesNothingMore() {
    var first = shop.charge(order, "tok_visa");
    int calls = shop.sandbox.calls.size();
    assertEquals(2, calls, "created and confirmed");
    assertEquals(first.body(), shop.charge(order, "tok_visa").body());
    assertEquals(calls, shop.sandbox.calls.size(), "the provider isn't asked again");
    assertEquals(1, shop.sandbox.charges(order));
  }

  @Test
  void twentyDuplicatesAtOnce_chargeOnce() throws ExecutionException, InterruptedException {
    for (var answer : AtOnce.times(20, () -> shop.chargeUntilAnswered(order, "tok_visa"))) {
      assertEquals("SUCCEEDED", answer.get("status"), answer.body());
    }
    assertEquals(1, shop.sandbox.charges(order));
    assertEquals(PaymentsApi.PRICE, shop.sandbox.taken(order));
  }

  @ParameterizedTest
  @CsvSource({
    "tok_declined, generic_decline",
    "tok_insufficient_funds, insufficient_funds",
    "tok_nonsense, resource_missing"
  })
  void refusedCard_isDeclined_withTheProvidersReason(String token, String code) {
    var answer = shop.charge(order, token);

    assertEquals(200, answer.status());
    assertEquals("DECLINED", answer.get("status"));
    assertEquals(code, answer.get("declineCode"));
    assertEquals(answer.body(), shop.charge(order, token).body());
    assertEquals(0, shop.sandbox.taken(order));
  }

  @Test
  void declinedPayment_staysDeclined_whateverCardIsTriedNext() {
    shop.charge(order, "tok_declined");
    assertEquals("DECLINED", shop.charge(order, "tok_visa").get("status"));
    assertEquals(0, shop.sandbox.taken(order));
  }

  @Test
  void anotherAmountOrCustomer_isRefused() {
    shop.charge(order, "tok_visa");
    for (var other :
        new Object[] {charge("usr_1", 1, "tok_visa"), charge("usr_2", 1999, "tok_visa")}) {
      var answer = shop.charge(order, other);
      assertEquals(409, answer.status());
      assertEquals("payment-differs", answer.problem());
    }
    assertEquals(PaymentsApi.PRICE, shop.sandbox.taken(order));
  }

  @Test
  void nothingToPay_needsNoProvider_thereAndBack() {
    assertEquals("SUCCEEDED", shop.charge(order, charge("usr_1", 0, "tok_visa")).get("status"));
    assertEquals("REFUNDED", shop.giveBack(order).get("status"));
    assertEquals(0, shop.sandbox.calls.size());
  }

  @Test
  void lateCard_isProcessing_untilTheProviderKnows() {
    assertEquals("PROCESSING", shop.charge(order, "tok_late_60000").get("status"));
    assertEquals("PROCESSING", shop.charge(order, "tok_late_60000").get("status"));
    shop.pass(Duration.ofMinutes(1));
    assertEquals("SUCCEEDED", shop.charge(order, "tok_late_60000").get("status"));
    assertEquals(1, shop.sandbox.calls.stream().filter(call -> call.endsWith("/confirm")).count());
  }

  @Test
  void outage_isToldAsSuch_andNothingIsTaken() {
    var answer = shop.charge(order, "tok_outage");
    assertEquals(503, answer.status());
    assertEquals("payment-provider-unavailable", answer.problem());
    assertNotNull(answer.header("retry-after"));
    assertEquals("VOIDED", shop.giveBack(order).get("status"));
  }

  @Test
  void slowCard_isGivenUpAtTheCallersDeadline_andFoundChargedLater() {
    var request =
        PaymentsApi.chargeRequest(order, charge("tok_slow_1500"))
            .header("request-timeout-ms", "700");
    long began = System.nanoTime();
    assertEquals(503, shop.api.send(request).status());
    assertFalse(System.nanoTime() - began > Duration.ofMillis(1400).toNanos(), "took too long");

    assertEquals("SUCCEEDED", shop.chargeUntilAnswered(order, "tok_slow_1500").get("status"));
    assertEquals(1, shop.sandbox.charges(order));
  }

  @Test
  void wrongKey_isAnOutage_untilItIsReplaced() {
    shop.sandbox.call(request -> ApiRequest.get("/sandbox/v1/balance")); // knows its key by now
    shop.parameters.overwrite(PaymentsApi.KEY_PARAMETER, "sk_test_mistyped");
    assertEquals(503, shop.charge(order, "tok_visa").status());
    shop.parameters.overwrite(PaymentsApi.KEY_PARAMETER, PaymentsApi.KEY);
    shop.pass(Duration.ofMinutes(5));
    assertEquals("SUCCEEDED", shop.charge(order, "tok_visa").get("status"));
  }

  @Test
  void outcome_isRecordedAsAnEvent_thatWaitsForTheRelay() {
    shop.charge(order, "tok_visa");
    assertEquals(0, shop.delivery.events().size(), "the caller knows from the answer");
    var items = TestTable.client().scan(request -> request.tableName(shop.table.name())).items();
    assertEquals(2, items.size());
    assertTrue(items.toString().contains("payment.succeeded"), items.toString());
  }

  @Test
  void cardNumber_isRefused_andNeitherKeptNorRepeated() {
    for (var number : new String[] {"4242424242424242", "tok_4242424242424242"}) {
      var answer = shop.charge(order, number);
      assertEquals(400, answer.status());
      assertEquals("validation-failed", answer.problem());
      assertFalse(answer.body().contains("4242"), answer.body());
    }
    assertEquals(0, shop.table.count());
    assertEquals(0, shop.sandbox.calls.size());
  }

  @Test
  void token_isForgotten_onceTheProviderHasIt() {
    shop.charge(order, "tok_late_60000");
    var items = TestTable.client().scan(request -> request.tableName(shop.table.name())).items();
    assertFalse(items.toString().contains("tok_"), items.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ord_1", "x", "ord_0a1_%2e%2e", "ord_0a1_00000000"})
  void whatIsNoOrder_isNotFound(String id) {
    assertEquals("not-found", shop.charge(id, "tok_visa").problem());
  }

  @Test
  void nobodyButAService_mayCharge() {
    var request = ApiRequest.of("PUT", "/internal/payments/" + order).json(charge("tok_visa"));
    assertEquals(404, shop.api.send(request).status());
    assertEquals(404, shop.api.as(PayloadFormat.REST_API_1_0).send(request).status());
    assertEquals(200, shop.api.as(PayloadFormat.REST_API_1_0).send(request.asService()).status());
  }
}
