package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.AccessTokens;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.TakesBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/sessions}: tokens for an e-mail address and its password. */
@Controller("/api/sessions")
class LogIn {
  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final Guesses guesses;
  private final PasswordHasher hasher;
  private final AccessTokenIssuer tokens;
  private final UuidV7 ids;

  LogIn(
      Database database,
      Users users,
      Sessions sessions,
      Guesses guesses,
      PasswordHasher hasher,
      AccessTokenIssuer tokens,
      UuidV7 ids) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
    this.hasher = hasher;
    this.tokens = tokens;
    this.ids = ids;
  }

  @Post
  @Operation(
      operationId = "LogIn",
      summary = "Tokens for an e-mail address and its password",
      tags = "users")
  @ApiResponse(
      responseCode = "201",
      description = "The tokens",
      content = @Content(schema = @Schema(implementation = Session.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
  @TakesBody
  HttpResponse<Session> logIn(@Body LogInRequest request) {
    var email = new EmailAddress(request.email());
    guesses.count(email);
    var credential = authenticate(email, request.password());
    var token = RefreshToken.issue(credential.userId(), ids.next("ses"));
    database.commit(List.of(guesses.forget(email), sessions.open(token)));
    if (hasher.outdated(credential.passwordHash())) {
      strengthen(email, credential, request.password());
    }
    return HttpResponse.created(
            new Session(
                tokens.issue(credential.userId(), credential.role(), token.sessionId()),
                token.text(),
                AccessTokens.LIFETIME.toSeconds()))
        .header("Cache-Control", "no-store");
  }

  private Credential authenticate(EmailAddress email, String password) {
    // What can't be an address is asked of no table: it might be too long for a key.
    var credential = email.isWellFormed() ? users.credential(email) : Optional.<Credential>empty();
    // A stranger's password is checked too, so that the answer comes no sooner.
    var stored = credential.map(Credential::passwordHash).orElseGet(hasher::decoy);
    boolean matches = hasher.matches(password, stored);
    return credential.filter(known -> matches).orElseThrow(WrongCredentials::new);
  }

  private void strengthen(EmailAddress email, Credential credential, String password) {
    try {
      database.commit(
          List.of(users.rehash(email, credential.passwordHash(), hasher.hash(password))));
    } catch (Users.HashChanged e) {
      // The password was changed just now, and so hashed with today's parameters already.
    }
  }
}
