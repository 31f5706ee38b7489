package dev.zerotomillions.sandbox;

import static dev.zerotomillions.sandbox.SandboxApi.error;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.testing.AtOnce;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private final SandboxApi sandbox = new SandboxApi();

  @Test
  void sameKeyAndParameters_giveTheSameAnswer() {
    var first = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k");
    var again = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k");
    assertEquals(first.json(), again.json());
    assertNull(first.header("idempotent-replayed"));
    assertEquals("true", again.header("idempotent-replayed"));
  }

  @Test
  void otherParameters_areRefused_asIsAnotherCall() {
    var first = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k");
    var other = sandbox.post("payment_intents", SandboxApi.intent("tok_declined"), "k");
    assertEquals(400, other.status());
    assertEquals("idempotency_error", error(other, "type"));
    var call = sandbox.post("payment_intents/" + first.get("id") + "/confirm", "", "k");
    assertEquals("idempotency_error", error(call, "type"));
  }

  @Test
  void decline_isRemembered() {
    var path = "payment_intents/" + sandbox.created("tok_declined") + "/confirm";
    assertEquals(402, sandbox.post(path, "", "k").status());
    assertEquals(402, sandbox.post(path, "", "k").status());
  }

  @Test
  void refusalByState_isRemembered_butNotThatOfAParameter() {
    var id = sandbox.created("tok_late_1000");
    sandbox.confirm(id);
    assertEquals(400, sandbox.post("refunds", "payment_intent=" + id, "k").status());
    sandbox.now = sandbox.now.plusMillis(1000);
    assertEquals(400, sandbox.post("refunds", "payment_intent=" + id, "k").status());
    assertEquals(200, sandbox.post("refunds", "payment_intent=" + id, "k2").status());

    assertEquals(400, sandbox.post("payment_intents", "currency=eur", "k3").status());
    assertEquals(200, sandbox.post("payment_intents", "currency=eur&amount=1", "k3").status());
  }

  @Test
  void keyIsForgotten_afterADay() {
    var first = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k");
    sandbox.now = sandbox.now.plusSeconds(24 * 3600);
    var later = sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k");
    assertNotEquals(first.get("id"), later.get("id"));
  }

  @Test
  void sameKeyManyTimesAtOnce_hasOneEffect() throws ExecutionException, InterruptedException {
    var answers =
        AtOnce.times(
            20, () -> sandbox.post("payment_intents", SandboxApi.intent("tok_visa"), "k").json());
    assertEquals(1, answers.stream().map(answer -> answer.get("id")).distinct().count());
    assertEquals(2, sandbox.table.count(), "the intent and the answer");
  }

  @Test
  void outage_doesNothing_andIsNotRemembered() {
    var answer = sandbox.post("payment_intents", SandboxApi.intent("tok_outage"), "k");
    assertEquals(503, answer.status());
    assertEquals("api_error", error(answer, "type"));
    assertEquals(0, sandbox.table.count());
  }

  @Test
  void flakyCard_failsBeforeTheEffect_orAfterIt() {
    var id = sandbox.created("tok_flaky_50");
    sandbox.dice.add(0);
    assertEquals(503, sandbox.confirm(id).status());
    assertEquals("requires_confirmation", sandbox.status(id));
    sandbox.dice.add(1);
    assertEquals(500, sandbox.post("payment_intents/" + id + "/confirm", "", "k").status());
    assertEquals("succeeded", sandbox.status(id));
    assertEquals(
        500,
        sandbox.post("payment_intents/" + id + "/confirm", "", "k").status(),
        "a failure after the effect is remembered, as Stripe does");
    sandbox.dice.add(50);
    assertEquals(200, sandbox.refund(id).status());
  }
}
