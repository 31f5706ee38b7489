package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.PAYMENTS;

import java.time.Duration;
import java.util.List;

/** The endpoints and tasks of payments. */
final class PaymentsWorkloads {
  private static final String[] EVENTS = {
    "payment.succeeded", "payment.declined", "payment.refunded"
  };

  /** A card's issuer may take its time. */
  private static final Duration PATIENT = Duration.ofSeconds(15);

  private PaymentsWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        // It leaves its events to the relay, so it knows no subscribers.
        Endpoint.of(PAYMENTS, "ChargePayment", put("/internal/payments/{orderId}"))
            .access(Access.SERVICE)
            .grants(on(PAYMENTS, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .addresses(Address.PAYMENT_PROVIDER)
            .timeout(PATIENT)
            .build(),
        Endpoint.of(PAYMENTS, "ReturnPayment", post("/internal/payments/{orderId}/refund"))
            .access(Access.SERVICE)
            .grants(on(PAYMENTS, "DeleteItem", "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .addresses(Address.PAYMENT_PROVIDER)
            .publishes("payment.refunded")
            .timeout(PATIENT)
            .build(),
        Endpoint.of(PAYMENTS, "CheckProvider", get("/internal/payments/health"))
            .access(Access.SERVICE)
            // What is known of the provider's outages is shared through the table.
            .grants(on(PAYMENTS, "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .addresses(Address.PAYMENT_PROVIDER)
            .build(),
        Endpoint.of(PAYMENTS, "ListCustomerPayments", get("/internal/payments"))
            .access(Access.SERVICE)
            .grants(on(PAYMENTS, "BatchGetItem"))
            .build(),
        Endpoint.of(PAYMENTS, "ReceivePaymentWebhook", post("/api/payments/webhook"))
            .grants(on(PAYMENTS, "DeleteItem", "GetItem", "PutItem"))
            .secrets(Secret.PAYMENT_KEY, Secret.WEBHOOK_SECRET)
            .addresses(Address.PAYMENT_PROVIDER)
            .publishes(EVENTS)
            .timeout(PATIENT)
            .build(),
        Endpoint.of(PAYMENTS, "GetPayment", get("/api/payments/{orderId}"))
            .access(Access.CUSTOMER)
            .grants(on(PAYMENTS, "GetItem"))
            .build());
  }

  static List<Task> tasks() {
    return List.of(
        Task.of(PAYMENTS, "RelayPaymentEvents")
            .grants(on(PAYMENTS, "DeleteItem", "GetItem", "PutItem", "Query"))
            .publishes(EVENTS)
            .build());
  }
}
