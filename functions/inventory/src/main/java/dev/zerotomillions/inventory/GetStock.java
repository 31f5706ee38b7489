package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** {@code GET /api/inventory/{productId}}: a product's stock. */
@Controller("/api/inventory")
class GetStock {
  private final Stocks stocks;

  GetStock(Stocks stocks) {
    this.stocks = stocks;
  }

  @Get("/{productId}")
  @Operation(operationId = "GetStock", summary = "A product's stock", tags = "inventory")
  @ApiResponse(
      responseCode = "200",
      description = "The stock",
      content = @Content(schema = @Schema(implementation = Stock.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  Stock get(String productId) {
    return stocks
        .find(ProductIds.existing(productId))
        .orElseThrow(() -> new NotFound("No stock of " + productId + " was ever recorded."));
  }
}
