package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.LISTING;
import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;
import static dev.zerotomillions.cdk.endpoints.Service.NOTIFICATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.OPERATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;
import static dev.zerotomillions.cdk.endpoints.Service.PAYMENTS;
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
                on(ORDERS, "GetItem"),
                on(PAYMENTS, "GetItem"),
                on(NOTIFICATIONS, "GetItem"),
                on(OPERATIONS, "GetItem"))
            .build(),
        Endpoint.of(OPERATIONS, "GetJob", get("/api/jobs/{id}"))
            .access(Access.CUSTOMER)
            .grants(on(OPERATIONS, "GetItem"))
            .files("exports", "GetObject")
            .build(),
        Endpoint.of(OPERATIONS, "ListJobs", get("/api/jobs"))
            .access(Access.ADMINISTRATOR)
            .grants(onIndex(OPERATIONS, LISTING, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build(),
        Endpoint.of(OPERATIONS, "GetOpenApi", get("/api/openapi.json")).build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
