package dev.zerotomillions.sandbox;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;

/** {@code GET /sandbox/v1/balance}: the cheapest call that tells whether the key is right. */
@Controller("/sandbox/v1/balance")
class RetrieveBalance {

  @Get
  @Operation(operationId = "RetrieveBalance", tags = "sandbox")
  Map<String, Object> retrieve(ApiKey key) {
    return Map.of(
        "object", "balance", "available", List.of(), "livemode", false, "pending", List.of());
  }
}
