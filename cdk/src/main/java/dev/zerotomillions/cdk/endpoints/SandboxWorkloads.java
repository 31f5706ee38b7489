package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Service.SANDBOX;

import java.time.Duration;
import java.util.List;

/** The endpoints and tasks of what plays the payment provider. */
final class SandboxWorkloads {
  /** Longer than the slowest card takes. */
  private static final Duration SLOW = Duration.ofSeconds(25);

  private SandboxWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(SANDBOX, "CreatePaymentIntent", post("/sandbox/v1/payment_intents"))
            .grants(on(SANDBOX, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .build(),
        Endpoint.of(SANDBOX, "RetrievePaymentIntent", get("/sandbox/v1/payment_intents/{id}"))
            .grants(on(SANDBOX, "GetItem"))
            .secrets(Secret.PAYMENT_KEY)
            .build(),
        Endpoint.of(
                SANDBOX, "ConfirmPaymentIntent", post("/sandbox/v1/payment_intents/{id}/confirm"))
            .grants(on(SANDBOX, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .timeout(SLOW)
            .build(),
        Endpoint.of(SANDBOX, "CancelPaymentIntent", post("/sandbox/v1/payment_intents/{id}/cancel"))
            .grants(on(SANDBOX, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .build(),
        Endpoint.of(SANDBOX, "CreateRefund", post("/sandbox/v1/refunds"))
            .grants(on(SANDBOX, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .build(),
        Endpoint.of(SANDBOX, "RetrieveBalance", get("/sandbox/v1/balance"))
            .secrets(Secret.PAYMENT_KEY)
            .build());
  }

  static List<Task> tasks() {
    return List.of(
        Task.of(SANDBOX, "SendSandboxWebhooks")
            .grants(on(SANDBOX, "DeleteItem", "PutItem", "Query"))
            .secrets(Secret.WEBHOOK_SECRET)
            .addresses(Address.PAYMENT_WEBHOOK)
            .build());
  }
}
