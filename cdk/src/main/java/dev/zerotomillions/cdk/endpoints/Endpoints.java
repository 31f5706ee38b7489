package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.delete;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.patch;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;
import static dev.zerotomillions.cdk.endpoints.Service.INVENTORY;
import static dev.zerotomillions.cdk.endpoints.Service.OPERATIONS;
import static dev.zerotomillions.cdk.endpoints.Service.ORDERS;
import static dev.zerotomillions.cdk.endpoints.Service.USERS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The API's endpoints: the one place that says which exist and what each may touch. */
public final class Endpoints {
  /** The index by which products are listed by category, and orders by customer. */
  static final String LISTING = "gsi1";

  /** Memory, and with it processor share, for work that is bound by the processor. */
  private static final int FAST = 1024;

  private Endpoints() {}

  /** Returns all endpoints, service by service. */
  public static List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>();
    all.addAll(users());
    all.addAll(catalog());
    all.addAll(inventory());
    all.addAll(orders());
    all.addAll(operations());
    return List.copyOf(all);
  }

  private static List<Endpoint> users() {
    return List.of(
        Endpoint.of(USERS, "RegisterUser", post("/api/users"))
            .grants(on(USERS, "GetItem", "PutItem"))
            .memory(FAST)
            .build(),
        Endpoint.of(USERS, "LogIn", post("/api/sessions"))
            .grants(
                on(USERS, "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .secrets(Secret.SIGNING_KEY)
            .memory(FAST)
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
            .build(),
        Endpoint.of(USERS, "ChangePassword", put("/api/users/me/password"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "DeleteItem", "GetItem", "PutItem", "UpdateItem"))
            .memory(FAST)
            .build(),
        Endpoint.of(USERS, "EraseUser", delete("/api/users/me"))
            .access(Access.CUSTOMER)
            .grants(on(USERS, "DeleteItem", "GetItem", "PutItem", "Query"))
            .build(),
        Endpoint.of(USERS, "GetKeys", get("/.well-known/jwks.json")).readsPublicKeys().build());
  }

  private static List<Endpoint> catalog() {
    return List.of(
        Endpoint.of(CATALOG, "PutProduct", put("/api/products/{id}"))
            .access(Access.ADMINISTRATOR)
            .grants(on(CATALOG, "GetItem", "PutItem"))
            .build(),
        Endpoint.of(CATALOG, "DeleteProduct", delete("/api/products/{id}"))
            .access(Access.ADMINISTRATOR)
            .grants(on(CATALOG, "DeleteItem", "GetItem", "PutItem"))
            .build(),
        Endpoint.of(CATALOG, "GetProduct", get("/api/products/{id}"))
            .grants(on(CATALOG, "GetItem"))
            .hot()
            .build(),
        Endpoint.of(CATALOG, "ListProducts", get("/api/products"))
            .grants(onIndex(CATALOG, LISTING, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .hot()
            .build());
  }

  private static List<Endpoint> inventory() {
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

  private static List<Endpoint> orders() {
    return List.of(
        Endpoint.of(ORDERS, "PlaceOrder", post("/api/orders"))
            .access(Access.CUSTOMER)
            .grants(
                on(CATALOG, "ConditionCheckItem"),
                on(INVENTORY, "GetItem", "PutItem", "UpdateItem"),
                on(ORDERS, "GetItem", "PutItem"))
            .memory(FAST)
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

  private static List<Endpoint> operations() {
    return List.of(
        Endpoint.of(OPERATIONS, "GetHealth", get("/api/health"), get("/api/health/{tier}"))
            .readsPublicKeys()
            .grants(
                on(USERS, "GetItem"),
                on(CATALOG, "GetItem"),
                on(INVENTORY, "GetItem"),
                on(ORDERS, "GetItem"))
            .build(),
        Endpoint.of(OPERATIONS, "GetOpenApi", get("/api/openapi.json")).build());
  }
}
