package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.HttpFront;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of Stripe's that the sandbox never gives. */
class StripeProviderTest {
  private final List<ApiRequest> received = new CopyOnWriteArrayList<>();
  private volatile ApiResponse next = new ApiResponse(200, Map.of(), "{}");
  private final HttpFront front = HttpFront.open().before(this::answer);
  private final PaymentProvider provider = provider();

  private Optional<ApiResponse> answer(ApiRequest request) {
    received.add(request);
    return Optional.of(next);
  }

  private PaymentProvider provider() {
    var parameters = new InMemoryParameters();
    parameters.overwrite("/test/key", "sk_test_secret");
    var variables =
        Map.of(
            "PAYMENTS_TABLE", TestTable.create().name(),
            "PAYMENT_PROVIDER_URL", front.url(),
            "PAYMENT_KEY_PARAMETER", "/test/key");
    return Contexts.start(Api.settings(variables), parameters).getBean(StripeProvider.class);
  }

  @AfterEach
  void close() {
    front.close();
  }

  private static Deadline soon() {
    return Deadline.within(Duration.ofSeconds(5), InstantSource.system());
  }

  private void answers(int status, String body) {
    next = new ApiResponse(status, Map.of(), body);
  }

  @Test
  void call_bearsKeyVersionAndIdempotencyKey_andTheCardAsAToken() {
    answers(200, "{\"id\":\"pi_1\",\"status\":\"requires_confirmation\"}");
    provider.create(new NewIntent("ord_1", new Money(1999, "EUR"), "tok_visa"), "key-1", soon());

    var request = received.getFirst();
    assertEquals("Bearer sk_test_secret", request.headers().get("authorization"));
    assertEquals("2025-09-30.clover", request.headers().get("stripe-version"));
    assertEquals("key-1", request.headers().get("idempotency-key"));
    var form = String.valueOf(request.body());
    assertTrue(form.contains("amount=1999&currency=eur&metadata%5BorderId%5D=ord_1"), form);
    assertTrue(form.endsWith("payment_method_data%5Bcard%5D%5Btoken%5D=tok_visa"), form);
  }

  @ParameterizedTest
  @CsvSource({
    "requires_confirmation, Open",
    "processing, Pending",
    "requires_capture, Pending",
    "a_status_of_tomorrow, Pending",
    "succeeded, Taken",
    "canceled, Cancelled",
    "requires_action, Declined",
    "requires_payment_method, Declined"
  })
  void status_tellsHowFarAnIntentIs(String status, String state) {
    answers(200, "{\"id\":\"pi_1\",\"status\":\"" + status + "\",\"last_payment_error\":null}");
    assertEquals(state, provider.look("pi_1", soon()).getClass().getSimpleName());
  }

  @Test
  void authenticationThatNobodyCanGive_isADecline() {
    answers(
        402,
        """
        {"error":{"type":"card_error","code":"authentication_required","payment_intent":
        {"status":"requires_payment_method","last_payment_error":
        {"code":"authentication_required"}}}}""");
    var state = provider.confirm("pi_1", "k", soon());
    assertEquals(new IntentState.Declined("authentication_required"), state);
  }

  @ParameterizedTest
  @CsvSource({
    "400, amount_too_small, amount_too_small",
    "400, token_already_used, token_already_used",
    "402, card_declined, card_declined"
  })
  void refusalOfCardOrAmount_isOne(int status, String code, String told) {
    answers(status, "{\"error\":{\"code\":\"" + code + "\"}}");
    var intent = new NewIntent("ord_1", new Money(1, "EUR"), "tok_visa");
    assertEquals(new PaymentProvider.Creation.Refused(told), provider.create(intent, "k", soon()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 {\"error\":{\"code\":\"parameter_unknown\"}}",
        "401 {\"error\":{}}",
        "409 {\"error\":{\"code\":\"idempotency_key_in_use\"}}",
        "429 {\"error\":{\"code\":\"lock_timeout\"}}",
        "500 {\"error\":{\"type\":\"api_error\"}}",
        "502 <html>Bad gateway</html>",
        "200 <html>Welcome to the hotel's network</html>",
        "200 {}",
        "302 "
      })
  void whatIsNoAnswer_isNeverTakenForOne(String statusAndBody) {
    int space = statusAndBody.indexOf(' ');
    answers(
        Integer.parseInt(statusAndBody.substring(0, space)), statusAndBody.substring(space + 1));
    var intent = new NewIntent("ord_1", new Money(1999, "EUR"), "tok_visa");
    assertThrows(ProviderUnavailable.class, () -> provider.create(intent, "k", soon()));
    assertThrows(ProviderUnavailable.class, () -> provider.look("pi_1", soon()));
    assertThrows(ProviderUnavailable.class, () -> provider.confirm("pi_1", "k", soon()));
    assertThrows(ProviderUnavailable.class, () -> provider.refund("pi_1", "k", soon()));
  }

  @Test
  void refundThatFailed_isNone_butOneThatIsPendingIs() {
    answers(200, "{\"id\":\"re_1\",\"status\":\"failed\"}");
    assertThrows(ProviderUnavailable.class, () -> provider.refund("pi_1", "k", soon()));
    answers(200, "{\"id\":\"re_1\",\"status\":\"pending\"}");
    provider.refund("pi_1", "k", soon());
  }

  @Test
  void callWithoutTime_isNotMade() {
    var over = Deadline.within(Duration.ZERO, InstantSource.system());
    assertThrows(ProviderUnavailable.class, () -> provider.look("pi_1", over));
    assertEquals(0, received.size());
  }
}
