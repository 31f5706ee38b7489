package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;

import java.util.List;

/** The endpoints and tasks of stock. */
final class InventoryWorkloads {
  /** Every function reads a stock that isn't there, to be warm in its snapshot. */
  private static final String PRIMING = "GetItem";

  private InventoryWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(INVENTORY, "GetStock", get("/api/inventory/{productId}"))
            .grants(on(INVENTORY, "GetItem"))
            .hot()
            .build(),
        Endpoint.of(INVENTORY, "AddStockMovement", post("/api/inventory/{productId}/movements"))
            .access(Access.ADMINISTRATOR)
            .grants(on(INVENTORY, "GetItem", "PutItem", "UpdateItem"))
            .build(),
        Endpoint.of(INVENTORY, "ListStockMovements", get("/api/inventory/{productId}/movements"))
            .access(Access.ADMINISTRATOR)
            .grants(on(INVENTORY, PRIMING, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build(),
        reservation("ReserveStock", put("/internal/inventory/reservations/{orderId}"))
            .grants(on(INVENTORY, "BatchGetItem", "GetItem", "PutItem", "UpdateItem"))
            .build(),
        reservation(
                "CommitReservation", post("/internal/inventory/reservations/{orderId}/commitment"))
            .grants(on(INVENTORY, "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .build(),
        reservation(
                "ReleaseReservation", post("/internal/inventory/reservations/{orderId}/release"))
            .grants(on(INVENTORY, "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .build());
  }

  private static Endpoint.Builder reservation(String name, Route route) {
    return Endpoint.of(INVENTORY, name, route).access(Access.SERVICE);
  }

  static List<Task> tasks() {
    return List.of(
        Task.of(INVENTORY, "ExpireReservations")
            .grants(on(INVENTORY, "DeleteItem", "GetItem", "Query", "UpdateItem"))
            .build());
  }
}
