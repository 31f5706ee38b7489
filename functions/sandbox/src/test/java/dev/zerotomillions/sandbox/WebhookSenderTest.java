package dev.zerotomillions.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.http.Hmac;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
  private final SandboxApi sandbox = new SandboxApi();

  private void assertSent(int index, String type) {
    assertTrue(
        sandbox.received.get(index).contains("\"type\":\"" + type + "\""),
        sandbox.received.toString());
  }

  @Test
  void everyOutcome_isTold() {
    var id = sandbox.created("tok_visa");
    sandbox.confirm(id);
    sandbox.send();
    sandbox.refund(id);
    sandbox.send();
    sandbox.confirm(sandbox.created("tok_declined"));
    sandbox.send();
    sandbox.cancel(sandbox.created("tok_visa"));
    sandbox.send();

    assertEquals(4, sandbox.received.size());
    assertSent(0, "payment_intent.succeeded");
    assertSent(1, "charge.refunded");
    assertSent(2, "payment_intent.payment_failed");
    assertSent(3, "payment_intent.canceled");
  }

  @Test
  void webhook_isSigned_withTheTimeAtWhichItIsSent() {
    sandbox.confirm(sandbox.created("tok_visa"));
    sandbox.now = sandbox.now.plusSeconds(60);
    sandbox.send();

    var sent = sandbox.received.getFirst().split(" ", 2);
    long time = sandbox.now.getEpochSecond();
    var signed = Hmac.hex(bytes(SandboxApi.SECRET), bytes(time + "." + sent[1]));
    assertEquals("t=" + time + ",v1=" + signed, sent[0]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void lateSuccess_isToldWhenItIsTrue() {
    sandbox.confirm(sandbox.created("tok_late_5000"));
    sandbox.send();
    assertEquals(0, sandbox.received.size());
    sandbox.now = sandbox.now.plusMillis(5000);
    sandbox.send();
    assertSent(0, "payment_intent.succeeded");
    assertTrue(sandbox.received.getFirst().contains("\"status\":\"succeeded\""));
  }

  @Test
  void webhookThatIsNotTaken_comesAgain_laterEachTime() {
    sandbox.receiverAnswers = 503;
    sandbox.confirm(sandbox.created("tok_visa"));
    sandbox.send();
    sandbox.send();
    assertEquals(1, sandbox.received.size());
    sandbox.now = sandbox.now.plusSeconds(60);
    sandbox.send();
    sandbox.now = sandbox.now.plusSeconds(60);
    sandbox.send();
    assertEquals(2, sandbox.received.size());
    sandbox.receiverAnswers = 204;
    sandbox.now = sandbox.now.plusSeconds(60);
    sandbox.send();
    sandbox.now = sandbox.now.plusSeconds(3600);
    sandbox.send();
    assertEquals(3, sandbox.received.size());
  }

  @Test
  void manyWebhooks_areAllSent() {
    for (int i = 0; i < 30; i++) {
      sandbox.cancel(sandbox.created("tok_visa"));
    }
    sandbox.send();
    assertEquals(30, sandbox.received.size());
  }
}
