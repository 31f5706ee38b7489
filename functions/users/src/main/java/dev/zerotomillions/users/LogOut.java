package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.docs.ForCustomers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/**
 * {@code DELETE /api/sessions/current}: ends the session that the token belongs to.
 *
 * <p>Its refresh token is void at once. Its access token opens no account any more; where none is
 * looked at, it lasts until it expires.
 */
@Controller("/api/sessions/current")
class LogOut {
  private final Database database;
  private final Sessions sessions;

  LogOut(Database database, Sessions sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  @Delete
  @Operation(operationId = "LogOut", summary = "End one's session", tags = "users")
  @ApiResponse(responseCode = "204", description = "The session has ended")
  @ForCustomers
  HttpResponse<?> logOut(Caller caller) {
    database.commit(List.of(sessions.end(caller.id(), caller.sessionId())));
    return HttpResponse.noContent();
  }
}
