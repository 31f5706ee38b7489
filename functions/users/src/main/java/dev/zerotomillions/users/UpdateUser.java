package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.problem.VersionConflict;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/**
 * {@code PATCH /api/users/me}: changes one's name, country or locale.
 *
 * <p>The e-mail address is what one logs in by, so no new one may be taken over before mail has
 * reached it; this endpoint refuses it, as it does any role.
 */
@Controller("/api/users/me")
class UpdateUser {
  /** How often a writer who named no version is let pass another. */
  private static final int TRIES = 5;

  private final Database database;
  private final Accounts accounts;
  private final Users users;
  private final UserEvents events;
  private final Outbox outbox;

  UpdateUser(Database database, Accounts accounts, Users users, UserEvents events, Outbox outbox) {
    this.database = database;
    this.accounts = accounts;
    this.users = users;
    this.events = events;
    this.outbox = outbox;
  }

  @Patch
  @Operation(
      operationId = "UpdateUser",
      summary = "Change one's name, country or locale",
      tags = "users")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The user as changed",
      content = @Content(schema = @Schema(implementation = User.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForCustomers
  @TakesBody
  HttpResponse<User> update(Caller caller, @Body ProfileChange change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return HttpResponse.ok(write(accounts.of(caller).account(), change))
            .header("Cache-Control", "no-store");
      } catch (VersionConflict e) {
        if (change.version() != null || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private User write(Account account, ProfileChange change) {
    var user = account.user();
    if (change.version() != null && change.version() != user.version()) {
      throw new VersionConflict(user.version());
    }
    var changed = change.applyTo(user);
    if (changed.equals(user)) {
      return user;
    }
    var next = account.with(changed.nextVersion());
    var event = events.changed(next.user());
    database.commit(List.of(users.replace(next), outbox.add(event)));
    outbox.deliver(List.of(event));
    return next.user();
  }
}
