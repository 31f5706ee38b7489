package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.LISTING;
import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;

import java.time.Duration;
import java.util.List;

/** The endpoints and tasks of orders. */
final class OrdersWorkloads {
  private OrdersWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(ORDERS, "PlaceOrder", post("/api/orders"))
            .access(Access.CUSTOMER)
            .grants(
                on(CATALOG, "ConditionCheckItem"),
                on(INVENTORY, "GetItem", "PutItem", "UpdateItem"),
                on(ORDERS, "GetItem", "PutItem"))
            .fast()
            .timeout(Duration.ofSeconds(15))
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
            .build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
