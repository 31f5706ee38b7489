package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.TakesBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;

/** {@code POST /api/sessions}: tokens for an e-mail address and its password. */
@Controller("/api/sessions")
class LogIn {
  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final Guesses guesses;
  private final Passwords passwords;
  private final PasswordHasher hasher;
  private final AccessTokenIssuer tokens;
  private final UuidV7 ids;

  LogIn(
      Database database,
      Users users,
      Sessions sessions,
      Guesses guesses,
      Passwords passwords,
      PasswordHasher hasher,
      AccessTokenIssuer tokens,
      UuidV7 ids) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
    this.passwords = passwords;
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
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The tokens",
      content = @Content(schema = @Schema(implementation = Session.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
  @TakesBody
  HttpResponse<Session> logIn(HttpRequest<?> request, @Body LogInRequest body) {
    var email = new EmailAddress(body.email());
    var credential = passwords.prove(email, body.password(), Source.of(request));
    var family = TokenFamily.begin(credential.userId(), ids.next("ses"));
    var token = family.next();
    // The password may have been changed while it was checked; then it opens nothing any more.
    database.commit(
        List.of(
            users.unchanged(email, credential),
            guesses.forget(email),
            sessions.open(family, token, credential.sessionEpoch())));
    if (hasher.outdated(credential.passwordHash())) {
      strengthen(email, credential, body.password());
    }
    return HttpResponse.created(tokens.session(token, credential.role()))
        .header("Cache-Control", "no-store");
  }

  private void strengthen(EmailAddress email, Credential credential, String password) {
    try {
      database.commit(
          List.of(users.rehash(email, credential.passwordHash(), hasher.hash(password))));
    } catch (Users.AccountChanged e) {
      // The password was changed just now, and so hashed with today's parameters already.
    }
  }
}
