package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;

import java.util.List;

/** The endpoints and tasks of stock. */
final class InventoryWorkloads {
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
            .grants(on(INVENTORY, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
