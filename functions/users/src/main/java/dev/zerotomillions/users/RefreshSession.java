package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.docs.TakesBody;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/sessions/refresh}: new tokens for a refresh token, which is good for one use.
 *
 * <p>Two who hold the same token, its owner and a thief, both use it sooner or later. The second
 * use ends the session, even if it comes at the very time of the first, so that the thief is out
 * and the owner logs in again.
 */
@Controller("/api/sessions/refresh")
class RefreshSession {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshSession.class);

  private final Database database;
  private final Users users;
  private final Sessions sessions;
  private final AccessTokenIssuer tokens;

  RefreshSession(Database database, Users users, Sessions sessions, AccessTokenIssuer tokens) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Post
  @Operation(
      operationId = "RefreshSession",
      summary = "New tokens for a refresh token, which is good for one use",
      tags = "users")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The tokens",
      content = @Content(schema = @Schema(implementation = Session.class)))
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @TakesBody
  HttpResponse<Session> refresh(@Body RefreshRequest request) {
    var token = RefreshToken.parse(request.refreshToken()).orElseThrow(InvalidRefreshToken::new);
    var session =
        sessions.find(token.userId(), token.sessionId()).orElseThrow(InvalidRefreshToken::new);
    var account =
        users
            .find(token.userId())
            .filter(found -> found.sessionEpoch() == session.epoch())
            .orElseThrow(InvalidRefreshToken::new);
    if (!session.family().issued(token)) {
      throw new InvalidRefreshToken();
    }
    var next = session.family().next();
    use(token, next);
    return HttpResponse.ok(tokens.session(next, account.role()))
        .header("Cache-Control", "no-store");
  }

  private void use(RefreshToken token, RefreshToken next) {
    try {
      database.commit(List.of(sessions.rotate(token, next)));
    } catch (Sessions.Replayed e) {
      database.commit(List.of(sessions.end(token.userId(), token.sessionId())));
      LOG.warn("Ended {}: one of its refresh tokens was used twice", token.sessionId());
      throw new InvalidRefreshToken();
    }
  }
}
