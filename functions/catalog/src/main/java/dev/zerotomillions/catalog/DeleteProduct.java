package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.problem.ValidationFailed;
import dev.zerotomillions.shared.problem.VersionConflict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code DELETE /api/products/{id}}: takes a product out of the shop. */
@Controller("/api/products")
class DeleteProduct {
  /** How often a caller who named no version is let pass a writer. */
  private static final int TRIES = 5;

  private final Products products;
  private final InstantSource clock;

  DeleteProduct(Products products, InstantSource clock) {
    this.products = products;
    this.clock = clock;
  }

  @Delete("/{id}")
  @Operation(
      operationId = "DeleteProduct",
      summary = "Take a product out of the shop",
      tags = "catalog")
  @Parameter(in = ParameterIn.HEADER, name = "If-Match")
  @ApiResponse(responseCode = "204", description = "There is no such product any more")
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
  @ForAdministrators
  HttpResponse<?> delete(
      Administrator administrator,
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = ProductIds.SHAPE)) String id,
      @Parameter(schema = @Schema(minimum = "1")) @QueryValue @Nullable Long version) {
    ProductIds.valid("id", id);
    if (version != null && version < 1) {
      throw new ValidationFailed("version", "must be at least 1");
    }
    Precondition precondition = Precondition.of(request);
    for (int attempt = 1; ; attempt++) {
      try {
        delete(id, version, precondition);
        return HttpResponse.noContent();
      } catch (VersionConflict e) {
        if (version != null || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private void delete(String id, @Nullable Long version, Precondition precondition) {
    Standing standing = products.standing(id);
    // A product that is gone meets every condition: a repeated request hears what the first did.
    if (standing.product().isEmpty()) {
      return;
    }
    precondition.check(standing.product());
    if (version != null && version != standing.version()) {
      throw new VersionConflict(standing.version());
    }
    products.delete(id, standing.version() + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
