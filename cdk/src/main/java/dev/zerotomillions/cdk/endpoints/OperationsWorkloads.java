package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;
import static dev.zerotomillions.cdk.endpoints.Service.OPERATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;
import static dev.zerotomillions.cdk.endpoints.Service.USERS;

import java.util.List;

/** The endpoints of those who run the shop, or build on it. */
final class OperationsWorkloads {
  private OperationsWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(OPERATIONS, "GetHealth", get("/api/health"), get("/api/health/{tier}"))
            .readsPublicKeys()
            .calls("CheckProvider")
            .grants(
                on(USERS, "GetItem"),
                on(CATALOG, "GetItem"),
                on(INVENTORY, "GetItem"),
                on(ORDERS, "GetItem"))
            .build(),
        Endpoint.of(OPERATIONS, "GetOpenApi", get("/api/openapi.json")).build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
