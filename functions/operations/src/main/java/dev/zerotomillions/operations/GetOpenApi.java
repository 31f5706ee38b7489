package dev.zerotomillions.operations;

import dev.zerotomillions.shared.json.JsonText;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/openapi.json}: the whole API, as OpenAPI 3.1. */
@Controller("/api/openapi.json")
class GetOpenApi {
  private @Nullable JsonText document;

  @Get
  @Operation(
      operationId = "GetOpenApi",
      summary = "This document: the whole API",
      tags = "operations")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "An OpenAPI 3.1 document",
      content = @Content(schema = @Schema(type = "object")))
  HttpResponse<?> get() {
    return HttpResponse.ok(document()).header("Cache-Control", "public, max-age=300");
  }

  /** Read at the first request for it. */
  private synchronized JsonText document() {
    var known = document;
    if (known == null) {
      known = OpenApiDocument.read();
      document = known;
    }
    return known;
  }
}
