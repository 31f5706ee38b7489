package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.http.Hmac;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivePaymentWebhookTest {
  private final PaymentsApi shop = new PaymentsApi();
  private final String order = PaymentsApi.newOrder();

  @AfterEach
  void close() {
    shop.close();
  }

  private String event(String type, Map<String, Object> object) {
    return Json.writeText(
        Map.of(
            "id",
            "evt_" + UUID.randomUUID().toString().replace("-", ""),
            "object",
            "event",
            "type",
            type,
            "data",
            Map.of("object", object)));
  }

  private String event(String type) {
    return event(type, Map.of("object", "x", "metadata", Map.of("orderId", order)));
  }

  private static String sign(long time, String body, String secret) {
    var signed = time + "." + body;
    return Hmac.hex(
        secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiRequest webhook(String signature, String body) {
    return ApiRequest.of("POST", "/api/payments/webhook")
        .header("content-type", "application/json; charset=utf-8")
        .header("stripe-signature", signature)
        .body(body);
  }

  private ApiResponse receive(String body) {
    long now = shop.now().getEpochSecond();
    return shop.api.send(webhook("t=" + now + ",v1=" + sign(now, body, PaymentsApi.SECRET), body));
  }

  private Object status() {
    return String.valueOf(shop.get("usr_1", order).get("status"));
  }

  @Test
  void lateSuccess_isWrittenDown_andToldAtOnce() {
    shop.charge(order, "tok_late_60000");
    shop.pass(Duration.ofMinutes(1));

    assertEquals(200, receive(event("payment_intent.succeeded")).status());
    assertEquals("SUCCEEDED", status());
    assertEquals(1, shop.delivery.events("payment.succeeded").size());
  }

  @Test
  void webhookThatComesTooEarly_changesNothing_asTheProviderIsAsked() {
    shop.charge(order, "tok_late_60000");
    assertEquals(200, receive(event("payment_intent.succeeded")).status());
    assertEquals("PROCESSING", status());
  }

  @Test
  void webhookOfSomethingPast_changesNothing() {
    shop.charge(order, "tok_visa");
    receive(event("payment_intent.payment_failed"));
    receive(event("payment_intent.canceled"));
    receive(event("payment_intent.processing"));
    assertEquals("SUCCEEDED", status());
    shop.giveBack(order);
    receive(event("payment_intent.succeeded"));
    assertEquals("REFUNDED", status());
  }

  @Test
  void replayedWebhook_isAcknowledged_withoutAnyWork() {
    shop.charge(order, "tok_late_60000");
    var body = event("payment_intent.processing");
    receive(body);
    int calls = shop.sandbox.calls.size();
    assertEquals(200, receive(body).status());
    assertEquals(calls, shop.sandbox.calls.size());
  }

  @Test
  void webhookThatCouldNotBeFollowed_isTakenWhenItComesAgain() {
    shop.charge(order, "tok_late_60000");
    shop.pass(Duration.ofMinutes(1));
    var body = event("payment_intent.succeeded");
    shop.sandbox.fates = _ -> Sandbox.Fate.IS_LOST;
    assertEquals(503, receive(body).status());
    shop.sandbox.fates = _ -> Sandbox.Fate.ARRIVES;
    assertEquals(200, receive(body).status());
    assertEquals("SUCCEEDED", status());
  }

  @Test
  void chargeThatWasInterrupted_isFinishedByTheWebhook() {
    shop.sandbox.fates =
        call -> call.endsWith("/confirm") ? Sandbox.Fate.ANSWER_IS_LOST : Sandbox.Fate.ARRIVES;
    assertEquals(503, shop.charge(order, "tok_visa").status());
    receive(event("payment_intent.succeeded"));
    assertEquals("SUCCEEDED", status());
    assertEquals(1, shop.sandbox.charges(order));
  }

  @Test
  void refundInTheDashboard_isWrittenDown_butNotAPartialOne() {
    shop.charge(order, "tok_visa");
    receive(charge(false));
    assertEquals("SUCCEEDED", status());
    var intent = shop.sandbox.lastIntent();
    shop.sandbox.call(
        _ -> ApiRequest.of("POST", "/sandbox/v1/refunds").body("payment_intent=" + intent));
    receive(charge(true));
    assertEquals("REFUNDED", status());
    assertEquals(1, shop.delivery.events("payment.refunded").size());
  }

  private String charge(boolean refunded) {
    return event(
        "charge.refunded", Map.of("refunded", refunded, "metadata", Map.of("orderId", order)));
  }

  @Test
  void eventsOfOtherThings_areAcknowledged() {
    assertEquals(200, receive(event("customer.created")).status());
    assertEquals(200, receive(event("payment_intent.succeeded")).status(), "an unknown order");
    assertEquals(200, receive(event("payment_intent.succeeded", Map.of())).status());
    assertEquals(
        200,
        receive(event("payment_intent.succeeded", Map.of("metadata", Map.of("orderId", 7))))
            .status());
  }

  @Test
  void oneOfSeveralSignatures_isEnough_asWhileASecretIsReplaced() {
    long now = shop.now().getEpochSecond();
    var body = event("customer.created");
    var signature = "t=" + now + ",v1=00,v0=zz,v1=" + sign(now, body, PaymentsApi.SECRET) + ",v1=";
    assertEquals(200, shop.api.send(webhook(signature, body)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1",
        "v1=00",
        "t=x,v1=00",
        "t=9999999999999,v1=00",
        ",,,=",
        "t,v1",
        "nonsense"
      })
  void missingSignature_isRefused(String header) {
    var answer = shop.api.send(webhook(header, event("payment_intent.succeeded")));
    assertEquals(400, answer.status());
    assertEquals("webhook-refused", answer.problem());
  }

  @Test
  void forgedSignature_isRefused() {
    long now = shop.now().getEpochSecond();
    var body = event("payment_intent.succeeded");
    var forged = "t=" + now + ",v1=" + sign(now, body, "whsec_guess");
    assertEquals("webhook-refused", shop.api.send(webhook(forged, body)).problem());
  }

  @Test
  void changedBody_isRefused_byTheSmallestChange() {
    long now = shop.now().getEpochSecond();
    var body = event("payment_intent.succeeded");
    var signature = "t=" + now + ",v1=" + sign(now, body, PaymentsApi.SECRET);
    assertEquals("webhook-refused", shop.api.send(webhook(signature, body + " ")).problem());
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void signatureOfAnotherTime_isRefused(long seconds) {
    long time = shop.now().getEpochSecond() + seconds;
    var body = event("payment_intent.succeeded");
    var signature = "t=" + time + ",v1=" + sign(time, body, PaymentsApi.SECRET);
    assertEquals("webhook-refused", shop.api.send(webhook(signature, body)).problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "{\"id\":\"evt_1\"}", "{\"id\":\"..\",\"type\":\"x\"}"})
  void signedNonsense_isRefused(String body) {
    assertEquals("webhook-refused", receive(body).problem());
  }

  @Test
  void restEvents_areUnderstoodAsWell() {
    long now = shop.now().getEpochSecond();
    var body = event("customer.created");
    var signature = "t=" + now + ",v1=" + sign(now, body, PaymentsApi.SECRET);
    assertEquals(
        200, shop.api.as(PayloadFormat.REST_API_1_0).send(webhook(signature, body)).status());
  }
}
