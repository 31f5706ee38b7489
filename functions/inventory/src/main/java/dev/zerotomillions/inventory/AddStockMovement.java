package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.ProductIds;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.http.Answer;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code POST /api/inventory/{productId}/movements}: puts items in or takes some out. */
@Controller("/api/inventory")
class AddStockMovement {
  private final Stocks stocks;
  private final Movements movements;
  private final Idempotency idempotency;
  private final UuidV7 ids;
  private final InstantSource clock;

  AddStockMovement(
      Stocks stocks,
      Movements movements,
      Idempotency idempotency,
      UuidV7 ids,
      InstantSource clock) {
    this.stocks = stocks;
    this.movements = movements;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  @Post("/{productId}/movements")
  @Operation(
      operationId = "AddStockMovement",
      summary = "Put items in or take some out",
      tags = "inventory")
  @ApiResponse(
      responseCode = "201",
      description = "The movement",
      content = @Content(schema = @Schema(implementation = StockMovement.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForAdministrators
  @TakesBody
  @Idempotent
  HttpResponse<?> add(
      Administrator administrator,
      HttpRequest<?> request,
      String productId,
      @Body StockMovementDraft draft) {
    ProductIds.valid("productId", productId);
    var key = IdempotencyKey.of(request, administrator.id(), draft);
    return StockMoved.retry(
        () -> idempotency.once(stocks.table(), key, () -> plan(productId, draft)));
  }

  private Idempotency.Plan plan(String productId, StockMovementDraft draft) {
    StockMovement movement =
        new StockMovement(
            ids.next().toString(),
            productId,
            draft.quantity(),
            draft.reason(),
            null,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return new Idempotency.Plan(
        Answer.of(201, null, movement), List.of(stock(movement), movements.insert(movement)));
  }

  private Change stock(StockMovement movement) {
    if (movement.quantity() > 0) {
      return stocks.add(movement);
    }
    var id = movement.productId();
    return stocks.take(movement, stocks.find(id).orElseGet(() -> Stock.none(id)));
  }
}
