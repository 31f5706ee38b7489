package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.http.ETags;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** {@code GET /api/products/{id}}: one product. */
@Controller("/api/products")
class GetProduct {
  private final Products products;

  GetProduct(Products products) {
    this.products = products;
  }

  @Get("/{id}")
  @Operation(operationId = "GetProduct", summary = "One product", tags = "catalog")
  @Parameter(in = ParameterIn.HEADER, name = "If-None-Match")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
      description = "The product",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @ApiResponse(
      responseCode = "304",
      headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
      description = "The client's copy is current")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  HttpResponse<?> get(
      HttpRequest<?> request, @Parameter(schema = @Schema(pattern = ProductIds.SHAPE)) String id) {
    Product product =
        products
            .find(ProductIds.existing(id))
            .orElseThrow(() -> new NotFound("There is no product " + id + "."));
    return ETags.answer(request, product);
  }
}
