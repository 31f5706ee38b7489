package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.SampleRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Match;

/** Who takes the customers' money: the sandbox, or Stripe. */
class PaymentsTest {
  private static final Registry SAMPLE = SampleRegistry.create();
  private static final String PARAMETERS =
      "arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter";

  private static Functions sandbox(String phase) {
    return new Functions(Synthesis.of(Synthesis.context(phase, "http"), SAMPLE));
  }

  private static Functions stripe(String phase) {
    return new Functions(
        Synthesis.of(Synthesis.withStripe(Synthesis.context(phase, "http")), SAMPLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void sandbox_isOneCappedFunctionAtEveryPhase_thatKnowsItsWebhook(String phase) {
    Functions functions = sandbox(phase);

    assertTrue(
        Routes.of(functions.synthesis())
            .containsAll(Set.of("POST /sandbox/v1/payment_intents", "GET /sandbox/v1/balance")));
    assertTrue(
        Functions.flat(functions.variable("Sandbox", "WEBHOOK_URL"))
            .matches("<HttpApi.*>/api/payments/webhook"));
    assertEquals(
        Map.of("<Sandbox-Data>", Set.of("dynamodb:PutItem")),
        functions.rights("Sandbox", "dynamodb:"));
  }

  @Test
  void provider_isTheSandboxAtTheSameGateway() {
    for (String name : List.of("Monolith", "ChargePayment")) {
      Functions functions = sandbox(name.equals("Monolith") ? "0" : "1");
      assertTrue(
          Functions.flat(functions.variable(name, "PAYMENT_PROVIDER_URL"))
              .matches("<HttpApi.*>/sandbox"));
      assertEquals("/shop/payment-key", functions.variable(name, "PAYMENT_KEY_PARAMETER").asText());
    }
  }

  @Test
  void secrets_areReadByThoseAloneWhoNeedThem() {
    Set<String> read = Set.of("ssm:GetParameter");

    assertEquals(
        Map.of(PARAMETERS + "/shop/payment-key", read),
        sandbox("1").rights("ChargePayment", "ssm:"));
    assertEquals(
        Map.of(PARAMETERS + "/shop/webhook-secret", read),
        sandbox("1").rights("ReceivePaymentWebhook", "ssm:"));
    assertEquals(
        Map.of(PARAMETERS + "/shop/stripe/secret-key", read),
        stripe("1").rights("ChargePayment", "ssm:"));
    assertEquals(Map.of(), sandbox("1").rights("ReserveStock", "ssm:"));
  }

  @Test
  void stripe_isCalledItself_andNothingPlaysIt() {
    for (Functions functions : List.of(stripe("0"), stripe("1"))) {
      Stream<String> names =
          functions
              .synthesis()
              .resources("Shop", "AWS::Lambda::Function")
              .map(Synthesis.Resource::id);
      assertTrue(names.noneMatch(id -> id.startsWith("Sandbox")));
      assertTrue(
          Routes.of(functions.synthesis()).stream().noneMatch(each -> each.contains("sandbox")));
    }
    assertEquals(
        "https://api.stripe.com",
        stripe("1").variable("ChargePayment", "PAYMENT_PROVIDER_URL").asText());
  }

  @Test
  void deployment_makesTheSandboxesSecrets_andNeverStripes() {
    assertRandom(
        sandbox("1"), List.of("/shop/cursor-key", "/shop/payment-key", "/shop/webhook-secret"));
    assertRandom(stripe("1"), List.of("/shop/cursor-key"));
  }

  private static void assertRandom(Functions functions, List<String> secrets) {
    functions
        .synthesis()
        .template("Shop")
        .hasResourceProperties(
            "Custom::SigningKey", Match.objectLike(Map.of("RandomSecrets", secrets)));
  }
}
