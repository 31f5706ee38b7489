package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;

/** {@code GET /.well-known/jwks.json}: the public keys by which anyone can verify our tokens. */
@Controller("/.well-known/jwks.json")
class GetKeys {
  private final Settings settings;

  GetKeys(Settings settings) {
    this.settings = settings;
  }

  @Get
  @Operation(
      operationId = "GetKeys",
      summary = "The public keys that verify access tokens",
      tags = "users")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "A JWK Set",
      content = @Content(schema = @Schema(ref = "#/components/schemas/JwkSet")))
  HttpResponse<Object> get() {
    var keys = settings.required("JWKS").getBytes(StandardCharsets.UTF_8);
    return HttpResponse.<Object>ok(Json.read(keys)).header("Cache-Control", "public, max-age=300");
  }
}
