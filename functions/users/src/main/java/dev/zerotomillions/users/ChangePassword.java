package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.auth.InvalidToken;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code PUT /api/users/me/password}: another password, for who knows the current one. All sessions
 * but the caller's end.
 */
@Controller("/api/users/me/password")
class ChangePassword {
  private final Database database;
  private final Accounts accounts;
  private final Users users;
  private final Sessions sessions;
  private final Guesses guesses;
  private final Passwords passwords;
  private final PasswordHasher hasher;

  ChangePassword(
      Database database,
      Accounts accounts,
      Users users,
      Sessions sessions,
      Guesses guesses,
      Passwords passwords,
      PasswordHasher hasher) {
    this.database = database;
    this.accounts = accounts;
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
    this.passwords = passwords;
    this.hasher = hasher;
  }

  @Put
  @Operation(
      operationId = "ChangePassword",
      summary = "Another password; all other sessions end",
      tags = "users")
  @ApiResponse(responseCode = "204", description = "The password is changed")
  @ApiResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
  @ForCustomers
  @TakesBody
  HttpResponse<?> change(Caller caller, HttpRequest<?> request, @Body PasswordChange change) {
    var signedIn = accounts.of(caller);
    var email = signedIn.account().user().address();
    if (NewUser.isGuessable(change.newPassword(), email.text())) {
      throw new ValidationFailed("newPassword", "is too easy to guess");
    }
    var proved = prove(email, change.currentPassword(), request);
    if (proved.sessionEpoch() != signedIn.session().epoch()) {
      throw InvalidToken.ofEndedSession();
    }
    List<Change> changes = new ArrayList<>();
    changes.add(sessions.keep(caller.id(), caller.sessionId(), proved.sessionEpoch()));
    changes.addAll(users.changePassword(email, proved, hasher.hash(change.newPassword())));
    changes.add(guesses.forget(email));
    database.commit(changes);
    return HttpResponse.noContent();
  }

  /** A wrong password is a wrong field here, since the token is in order. */
  private Credential prove(EmailAddress email, String password, HttpRequest<?> request) {
    try {
      return passwords.prove(email, password, Source.of(request));
    } catch (WrongCredentials e) {
      throw new ValidationFailed("currentPassword", "is wrong");
    }
  }
}
