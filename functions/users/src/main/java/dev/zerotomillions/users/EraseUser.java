package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.http.Idempotency;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code DELETE /api/users/me}: erases the caller's personal data for good.
 *
 * <p>It asks for a log-in of a few minutes ago rather than for the password: so a token left behind
 * erases nobody, and the password is typed where guesses are counted.
 *
 * <p>Backups of the table forget within the 35 days that point-in-time recovery reaches back.
 */
@Controller("/api/users/me")
class EraseUser {
  static final Duration RECENT = Duration.ofMinutes(15);

  private final Database database;
  private final Accounts accounts;
  private final Users users;
  private final Sessions sessions;
  private final Guesses guesses;
  private final UserEvents events;
  private final Outbox outbox;
  private final Exports exports;
  private final InstantSource clock;

  EraseUser(
      Database database,
      Accounts accounts,
      Users users,
      Sessions sessions,
      Guesses guesses,
      UserEvents events,
      Outbox outbox,
      Exports exports,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
    this.events = events;
    this.outbox = outbox;
    this.exports = exports;
    this.clock = clock;
  }

  @Delete
  @Operation(
      operationId = "EraseUser",
      summary = "Erase oneself, after a log-in of the last 15 minutes",
      tags = "users")
  @ApiResponse(responseCode = "204", description = "The user is erased")
  @ForCustomers
  HttpResponse<?> erase(Caller caller) {
    if (!users.isErased(caller.id())) {
      var signedIn = accounts.of(caller);
      requireRecent(signedIn.session());
      erase(signedIn.account());
    }
    // After the account, so that a request repeated after a crash goes on here.
    exports.removeAll(caller.id());
    sessions.removeAll(caller.id());
    return HttpResponse.noContent();
  }

  private void requireRecent(OpenSession session) {
    if (session.createdAt().plus(RECENT).isBefore(clock.instant())) {
      throw new LogInTooOld(RECENT);
    }
  }

  private void erase(Account account) {
    List<Change> changes = new ArrayList<>(users.erase(account, clock.instant()));
    changes.add(guesses.forget(account.user().address()));
    // The answer to the registration holds the profile.
    changes.add(Idempotency.forget(users.table(), account.registration()));
    var event = events.erased(account.user().id());
    changes.add(outbox.add(event));
    try {
      database.commit(changes);
      outbox.deliver(List.of(event));
    } catch (Users.AccountChanged e) {
      // Another request erased the account just now.
    }
  }
}
