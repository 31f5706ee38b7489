package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.LISTING;
import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.delete;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.patch;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.OPERATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.USERS;

import java.time.Duration;
import java.util.List;

/** The endpoints, tasks and workers of users and their sessions. */
final class UsersWorkloads {
  /** Where an export finds what other services keep of a user. */
  private static final String[] COLLECTED = {
    "ListCustomerOrders", "ListCustomerPayments", "ListCustomerMessages"
  };

  private UsersWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(USERS, "RegisterUser", post("/api/users"))
            .grants(on(USERS, "GetItem", "PutItem"))
            .fast()
            .publishes("user.registered")
            .build(),
        Endpoint.of(USERS, "LogIn", post("/api/sessions"))
            .grants(
                on(USERS, "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .secrets(Secret.SIGNING_KEY)
            .fast()
            .hot()
            .build(),
        Endpoint.of(USERS, "RefreshSession", post("/api/sessions/refresh"))
            .grants(on(USERS, "DeleteItem", "GetItem", "UpdateItem"))
            .secrets(Secret.SIGNING_KEY)
            .build(),
        Endpoint.of(USERS, "LogOut", delete("/api/sessions/current"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "DeleteItem"))
            .build(),
        Endpoint.of(USERS, "GetUser", get("/api/users/me"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "GetItem"))
            .build(),
        Endpoint.of(USERS, "UpdateUser", patch("/api/users/me"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "GetItem", "PutItem"))
            .publishes("user.changed")
            .build(),
        Endpoint.of(USERS, "ChangePassword", put("/api/users/me/password"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .fast()
            .build(),
        Endpoint.of(USERS, "EraseUser", delete("/api/users/me"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "DeleteItem", "GetItem", "PutItem", "Query"))
            .publishes("user.erased")
            .files("exports", "DeleteObject")
            .build(),
        Endpoint.of(USERS, "ExportUser", post("/api/users/me/exports"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "GetItem", "PutItem"), on(OPERATIONS, "PutItem"))
            .submits("user-export")
            .timeout(Duration.ofSeconds(20))
            .build(),
        Endpoint.of(USERS, "GetKeys", get("/.well-known/jwks.json")).readsPublicKeys().build());
  }

  static List<Task> tasks() {
    return List.of(
        Task.of(USERS, "RelayUserEvents")
            .grants(on(USERS, "DeleteItem", "GetItem", "PutItem", "Query"))
            .publishes("user.registered", "user.changed", "user.erased")
            .build(),
        Task.of(USERS, "ResumeUserJobs")
            .grants(on(OPERATIONS, "GetItem"), onIndex(OPERATIONS, LISTING, "Query"))
            .submits("user-export")
            .build());
  }

  static List<Worker> workers() {
    return List.of(
        Worker.of(USERS, "ExportPersonalData", "user-export")
            .grants(on(USERS, "GetItem", "Query"))
            .files("exports", "DeleteObject", "PutObject")
            .calls(COLLECTED)
            .build());
  }
}
