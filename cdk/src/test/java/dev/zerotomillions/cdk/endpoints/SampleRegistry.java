package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;
import static dev.zerotomillions.cdk.endpoints.Service.NOTIFICATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;
import static dev.zerotomillions.cdk.endpoints.Service.PAYMENTS;
import static dev.zerotomillions.cdk.endpoints.Service.SANDBOX;

import java.util.List;

/** A small registry with one of each kind, which no change of the shop's own touches. */
public final class SampleRegistry {
  private SampleRegistry() {}

  public static Registry create() {
    return new Registry(endpoints(), tasks(), workers());
  }

  private static List<Worker> workers() {
    return List.of(
        Worker.of(ORDERS, "ExportOrders", "order-export").grants(on(ORDERS, "Query")).build());
  }

  private static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(ORDERS, "PlaceOrder", post("/api/orders"))
            .access(Access.CUSTOMER)
            .grants(on(ORDERS, "PutItem"))
            .calls("GetPrices", "ReserveStock")
            .publishes("order.placed", "order.confirmed")
            .build(),
        Endpoint.of(CATALOG, "GetPrices", get("/internal/catalog/prices"))
            .access(Access.SERVICE)
            .grants(on(CATALOG, "BatchGetItem"))
            .build(),
        Endpoint.of(INVENTORY, "ReserveStock", put("/internal/inventory/reservations/{orderId}"))
            .access(Access.SERVICE)
            .grants(on(INVENTORY, "PutItem"))
            .build(),
        Endpoint.of(
                NOTIFICATIONS, "ReceiveNotificationEvents", post("/internal/notifications/events"))
            .access(Access.SERVICE)
            .takes("order.placed")
            .grants(on(NOTIFICATIONS, "PutItem"))
            .build(),
        Endpoint.of(PAYMENTS, "ChargePayment", put("/internal/payments/{orderId}"))
            .access(Access.SERVICE)
            .grants(on(PAYMENTS, "PutItem"))
            .secrets(Secret.PAYMENT_KEY)
            .addresses(Address.PAYMENT_PROVIDER)
            .build(),
        Endpoint.of(PAYMENTS, "ReceivePaymentWebhook", post("/api/payments/webhook"))
            .grants(on(PAYMENTS, "UpdateItem"))
            .secrets(Secret.WEBHOOK_SECRET)
            .build(),
        Endpoint.of(SANDBOX, "CreateIntent", post("/sandbox/v1/payment_intents"))
            .grants(on(SANDBOX, "PutItem"))
            .secrets(Secret.PAYMENT_KEY, Secret.WEBHOOK_SECRET)
            .addresses(Address.PAYMENT_WEBHOOK)
            .build(),
        Endpoint.of(SANDBOX, "GetBalance", get("/sandbox/v1/balance"))
            .secrets(Secret.PAYMENT_KEY)
            .build());
  }

  private static List<Task> tasks() {
    return List.of(
        Task.of(ORDERS, "RelayOrderEvents")
            .grants(on(ORDERS, "Query"))
            .publishes("order.placed")
            .build(),
        Task.of(INVENTORY, "ExpireReservations").grants(on(INVENTORY, "UpdateItem")).build());
  }
}
