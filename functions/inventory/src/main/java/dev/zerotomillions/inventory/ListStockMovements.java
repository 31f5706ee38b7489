package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.Limits;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/inventory/{productId}/movements}: how the stock came about, latest first. */
@Controller("/api/inventory")
class ListStockMovements {
  private final Movements movements;
  private final Cursors cursors;

  ListStockMovements(Movements movements, Cursors cursors) {
    this.movements = movements;
    this.cursors = cursors;
  }

  @Get("/{productId}/movements")
  @Operation(
      operationId = "ListStockMovements",
      summary = "A product's movements, latest first",
      tags = "inventory")
  @ApiResponse(
      responseCode = "200",
      description = "Some of the movements",
      content = @Content(schema = @Schema(implementation = StockMovementPage.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ForAdministrators
  StockMovementPage list(
      Administrator administrator,
      String productId,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    ProductIds.existing(productId);
    var list = "ListStockMovements\n" + productId;
    var page = movements.of(productId, Limits.limit(limit), cursors.open(list, cursor));
    // Stock begins with a movement, so a product without any never had stock.
    if (page.rows().isEmpty() && cursor == null) {
      throw new NotFound("No stock of " + productId + " was ever recorded.");
    }
    return new StockMovementPage(
        page.rows().stream().map(Movements::movement).toList(), cursors.seal(list, page.next()));
  }
}
