package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.LISTING;
import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Grant.onIndex;
import static dev.zerotomillions.cdk.endpoints.Route.delete;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Route.put;
import static dev.zerotomillions.cdk.endpoints.Service.CATALOG;

import java.util.List;

/** The endpoints and tasks of products. */
final class CatalogWorkloads {
  /** Every function reads a product that isn't there, to be warm in its snapshot. */
  private static final String PRIMING = "GetItem";

  private CatalogWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(CATALOG, "PutProduct", put("/api/products/{id}"))
            .access(Access.ADMINISTRATOR)
            .grants(on(CATALOG, "GetItem", "PutItem"))
            .build(),
        Endpoint.of(CATALOG, "DeleteProduct", delete("/api/products/{id}"))
            .access(Access.ADMINISTRATOR)
            .grants(on(CATALOG, "DeleteItem", "GetItem", "PutItem"))
            .build(),
        Endpoint.of(CATALOG, "AddProductImage", post("/api/products/{id}/images"))
            .access(Access.ADMINISTRATOR)
            .grants(on(CATALOG, "GetItem", "PutItem"))
            .files("uploads", "PutObject")
            .build(),
        Endpoint.of(CATALOG, "GetProduct", get("/api/products/{id}"))
            .grants(on(CATALOG, "GetItem"))
            .hot()
            .build(),
        Endpoint.of(CATALOG, "ListProducts", get("/api/products"))
            .grants(onIndex(CATALOG, LISTING, "Query"), on(CATALOG, PRIMING))
            .secrets(Secret.CURSOR_KEY)
            .hot()
            .build(),
        Endpoint.of(CATALOG, "GetPrices", get("/internal/catalog/prices"))
            .access(Access.SERVICE)
            .grants(on(CATALOG, "BatchGetItem", PRIMING))
            .build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
