package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.docs.ForCustomers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** {@code GET /api/users/me}: who one is. */
@Controller("/api/users/me")
class GetUser {
  private final Accounts accounts;

  GetUser(Accounts accounts) {
    this.accounts = accounts;
  }

  @Get
  @Operation(operationId = "GetUser", summary = "Oneself", tags = "users")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The user",
      content = @Content(schema = @Schema(implementation = User.class)))
  @ForCustomers
  HttpResponse<User> get(Caller caller) {
    return HttpResponse.ok(accounts.of(caller).account().user())
        .header("Cache-Control", "no-store");
  }
}
