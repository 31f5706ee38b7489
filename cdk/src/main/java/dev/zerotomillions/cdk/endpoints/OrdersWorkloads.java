package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.LISTING;
import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;

import java.time.Duration;
import java.util.List;

/** The endpoints and tasks of orders. */
final class OrdersWorkloads {
  private OrdersWorkloads() {}

  /** What settling an order may take: any of its steps may be the next. */
  private static final String[] STEPS = {
    "ReserveStock", "ChargePayment", "CommitReservation", "ReleaseReservation", "ReturnPayment"
  };

  private static final String[] EVENTS = {
    "order.placed", "order.confirmed", "order.cancelled", "order.refunded"
  };

  /** For orders, what is due with them, their events, and what is known of the callees. */
  private static final String[] ROWS = {"DeleteItem", "GetItem", "PutItem", "Query"};

  /** Longer than the time that a request spends on settling its order. */
  private static final Duration PATIENT = Duration.ofSeconds(15);

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(ORDERS, "PlaceOrder", post("/api/orders"))
            .access(Access.CUSTOMER)
            .grants(on(ORDERS, ROWS))
            .calls("GetPrices")
            .calls(STEPS)
            .publishes(EVENTS)
            .fast()
            .timeout(PATIENT)
            .hot()
            .build(),
        Endpoint.of(ORDERS, "GetOrder", get("/api/orders/{id}"))
            .access(Access.CUSTOMER)
            .grants(on(ORDERS, "GetItem"))
            .build(),
        Endpoint.of(ORDERS, "ListOrders", get("/api/orders"))
            .access(Access.CUSTOMER)
            .grants(onIndex(ORDERS, LISTING, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build(),
        Endpoint.of(ORDERS, "CancelOrder", post("/api/orders/{id}/cancellation"))
            .access(Access.CUSTOMER)
            .grants(on(ORDERS, ROWS))
            .calls(STEPS)
            .publishes(EVENTS)
            .timeout(PATIENT)
            .build(),
        Endpoint.of(ORDERS, "RefundOrder", post("/api/orders/{id}/refund"))
            .access(Access.ADMINISTRATOR)
            .grants(on(ORDERS, ROWS))
            .calls(STEPS)
            .publishes(EVENTS)
            .timeout(PATIENT)
            .build(),
        Endpoint.of(ORDERS, "ListCustomerOrders", get("/internal/orders"))
            .access(Access.SERVICE)
            .grants(onIndex(ORDERS, LISTING, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build(),
        Endpoint.of(ORDERS, "ReceiveOrderEvents", post("/internal/orders/events"))
            .access(Access.SERVICE)
            .takes("payment.succeeded", "payment.declined", "payment.refunded")
            .grants(on(ORDERS, ROWS))
            .calls(STEPS)
            .publishes(EVENTS)
            .timeout(PATIENT)
            .build());
  }

  static List<Task> tasks() {
    return List.of(
        Task.of(ORDERS, "ResumeOrders")
            .grants(on(ORDERS, ROWS))
            .calls(STEPS)
            .publishes(EVENTS)
            .build(),
        Task.of(ORDERS, "RelayOrderEvents").grants(on(ORDERS, ROWS)).publishes(EVENTS).build());
  }
}
