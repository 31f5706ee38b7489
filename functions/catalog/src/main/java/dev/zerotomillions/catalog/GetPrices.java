package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /internal/catalog/prices?ids=a,b,c}: what products cost, as last written. */
@Controller("/internal/catalog/prices")
class GetPrices {
  /** As many as an order has lines. */
  private static final int MOST = 30;

  private static final String IDS = ProductIds.SHAPE + "(," + ProductIds.SHAPE + "){0,29}";

  private final Products products;

  GetPrices(Products products) {
    this.products = products;
  }

  @Get
  @Operation(
      operationId = "GetPrices",
      summary = "What products cost; those that don't exist are left out",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The prices",
      content = @Content(schema = @Schema(implementation = PriceList.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  PriceList get(
      ServiceCaller caller,
      @Parameter(example = "espresso-cup,teapot", schema = @Schema(pattern = IDS)) @QueryValue
          String ids) {
    return new PriceList(products.find(parse(ids)).stream().map(ProductPrice::of).toList());
  }

  private static List<String> parse(String ids) {
    var parsed =
        Stream.of(ids.split(",", MOST + 2)).map(id -> ProductIds.valid("ids", id)).toList();
    if (parsed.size() > MOST) {
      throw new ValidationFailed("ids", "must be at most " + MOST);
    }
    return parsed.stream().distinct().toList();
  }
}
