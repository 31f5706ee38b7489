package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.http.ETags;
import dev.zerotomillions.shared.problem.VersionConflict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
  @Parameter(in = ParameterIn.HEADER, name = "If-Match")
  @Parameter(in = ParameterIn.HEADER, name = "If-None-Match")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
      description = "The product as changed",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @ApiResponse(
      responseCode = "201",
      headers = {
        @Header(name = "ETag", ref = "#/components/headers/ETag"),
        @Header(name = "Location", ref = "#/components/headers/Location")
      },
      description = "The product as added",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
  @ForAdministrators
  @TakesBody
  HttpResponse<Product> put(
      Administrator administrator,
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = ProductIds.SHAPE)) String id,
      @Body ProductDraft draft) {
    ProductIds.valid("id", id);
    Precondition precondition = Precondition.of(request);
    for (int attempt = 1; ; attempt++) {
      try {
        return write(id, draft, precondition);
      } catch (VersionConflict e) {
        if (draft.version() != null || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private HttpResponse<Product> write(String id, ProductDraft draft, Precondition precondition) {
    Standing standing = products.standing(id);
    Optional<Product> current = standing.product();
    precondition.check(current);
    long version = current.map(Product::version).orElse(0L);
    if (draft.version() != null && draft.version() != version) {
      throw new VersionConflict(version);
    }
    Product next = next(id, draft, current, standing.version() + 1);
    if (standing.version() == 0) {
      products.add(next);
    } else {
      products.replace(next);
    }
    if (current.isPresent()) {
      return HttpResponse.ok(next).header("ETag", ETags.of(next));
    }
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
        current.map(Product::images).orElse(List.of()),
        version,
        current.map(Product::createdAt).orElse(now),
        now);
  }
}
