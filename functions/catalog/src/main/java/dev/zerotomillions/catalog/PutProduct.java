package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.http.ETags;
import dev.zerotomillions.shared.problem.VersionConflict;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code PUT /api/products/{id}}: adds a product or changes it. */
@Controller("/api/products")
class PutProduct {
  /** How often a writer who named no version is let pass another. */
  private static final int TRIES = 5;

  private final Products products;
  private final InstantSource clock;

  PutProduct(Products products, InstantSource clock) {
    this.products = products;
    this.clock = clock;
  }

  @Put("/{id}")
  @Operation(operationId = "PutProduct", summary = "Add or change a product", tags = "catalog")
  @ApiResponse(
      responseCode = "200",
      description = "The product as changed",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The product as added",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForAdministrators
  @TakesBody
  HttpResponse<Product> put(Administrator administrator, String id, @Body ProductDraft draft) {
    ProductIds.valid("id", id);
    for (int attempt = 1; ; attempt++) {
      try {
        return write(id, draft);
      } catch (VersionConflict e) {
        if (draft.version() != null || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private HttpResponse<Product> write(String id, ProductDraft draft) {
    Optional<Product> current = products.find(id);
    long version = current.map(Product::version).orElse(0L);
    if (draft.version() != null && draft.version() != version) {
      throw new VersionConflict(version);
    }
    Product next = next(id, draft, current, version + 1);
    if (current.isPresent()) {
      products.replace(next);
      return HttpResponse.ok(next).header("ETag", ETags.of(next));
    }
    products.add(next);
    return HttpResponse.created(next)
        .header("ETag", ETags.of(next))
        .header("Location", "/api/products/" + id);
  }

  private Product next(String id, ProductDraft draft, Optional<Product> current, long version) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Product(
        id,
        draft.name(),
        draft.description(),
        draft.category(),
        draft.price(),
        version,
        current.map(Product::createdAt).orElse(now),
        now);
  }
}
