package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.auth.InvalidToken;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions in the users' table, beside the user whose they are. */
@Singleton
class Sessions {
  /** From the log-in on, however often it is refreshed. */
  static final Duration LIFETIME = Duration.ofDays(30);

  private static final String SESSION = "SESSION#";

  /** As many as one transaction can delete. */
  private static final int PAGE = 100;

  private final Database database;
  private final Table table;
  private final InstantSource clock;

  Sessions(Database database, Settings settings, InstantSource clock) {
    this.database = database;
    this.table = database.table(settings.required("USERS_TABLE"));
    this.clock = clock;
  }

  /** A new session whose first refresh token is the one given. */
  Change open(TokenFamily family, RefreshToken token, long epoch) {
    var now = clock.instant();
    var row =
        Row.of(user(token.userId()), SESSION + token.sessionId())
            .with("refreshDigest", token.digest())
            .with("familyKey", family.key())
            .with("generation", 1)
            .with("epoch", epoch)
            .with("createdAt", now)
            .with("expiresAt", now.plus(LIFETIME).getEpochSecond());
    return table.insert(
        row,
        found -> new IllegalStateException("The session " + token.sessionId() + " exists already"));
  }

  Optional<OpenSession> find(String userId, String sessionId) {
    return table
        .find(user(userId), SESSION + sessionId)
        .filter(row -> row.number("expiresAt") > clock.instant().getEpochSecond())
        .map(
            row ->
                new OpenSession(
                    new TokenFamily(userId, sessionId, row.text("familyKey")),
                    row.text("refreshDigest"),
                    row.number("epoch"),
                    row.time("createdAt")));
  }

  /**
   * The next refresh token in the place of one, which so is used up.
   *
   * @return a change that {@link Replayed} refuses if the token was used before
   */
  Change rotate(RefreshToken used, RefreshToken next) {
    return table.update(
        user(used.userId()),
        SESSION + used.sessionId(),
        "SET refreshDigest = :next ADD generation :one",
        "refreshDigest = :used",
        Map.of(
            ":used", Table.text(used.digest()),
            ":next", Table.text(next.digest()),
            ":one", Table.number(1)),
        found -> new Replayed());
  }

  /** Takes a session over into the user's next epoch, which ends all others. */
  Change keep(String userId, String sessionId, long epoch) {
    return table.update(
        user(userId),
        SESSION + sessionId,
        "SET epoch = :next",
        "epoch = :epoch",
        Map.of(":epoch", Table.number(epoch), ":next", Table.number(epoch + 1)),
        found -> InvalidToken.ofEndedSession());
  }

  /** Ends a session, if there is one. */
  Change end(String userId, String sessionId) {
    return table.delete(user(userId), SESSION + sessionId);
  }

  /** All sessions of a user that are not over. */
  List<SessionSummary> open(String userId) {
    List<SessionSummary> open = new ArrayList<>();
    Map<String, String> after = Map.of();
    do {
      Page page = table.query(new Query(null, user(userId), SESSION, false, PAGE, after));
      page.rows().stream()
          .filter(row -> row.number("expiresAt") > clock.instant().getEpochSecond())
          .map(Sessions::summary)
          .forEach(open::add);
      after = page.next();
    } while (!after.isEmpty());
    return open;
  }

  private static SessionSummary summary(Row row) {
    return new SessionSummary(
        row.text("sk").substring(SESSION.length()),
        row.time("createdAt"),
        Instant.ofEpochSecond(row.number("expiresAt")));
  }

  /** Removes whatever is known of a user's sessions. */
  void removeAll(String userId) {
    Map<String, String> after = Map.of();
    do {
      Page page = table.query(new Query(null, user(userId), SESSION, false, PAGE, after));
      var ends =
          page.rows().stream().map(row -> table.delete(row.text("pk"), row.text("sk"))).toList();
      if (!ends.isEmpty()) {
        database.commit(ends);
      }
      after = page.next();
    } while (!after.isEmpty());
  }

  private static String user(String id) {
    return UserRow.pk(id);
  }

  /** The refresh token was used in the meantime, or its session ended. */
  static final class Replayed extends RuntimeException {
    Replayed() {
      super("The refresh token was used already", null, false, false);
    }
  }
}
