package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;

/** {@code GET /api/products/{id}}: one product. */
@Controller("/api/products")
class GetProduct {
  private final Products products;

  GetProduct(Products products) {
    this.products = products;
  }

  @Get("/{id}")
  @Operation(operationId = "GetProduct", summary = "One product")
  HttpResponse<Product> get(String id) {
    return HttpResponse.ok(
        products.find(id).orElseThrow(() -> new NotFound("There is no product " + id + ".")));
  }
}
