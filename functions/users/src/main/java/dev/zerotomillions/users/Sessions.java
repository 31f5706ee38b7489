package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** The sessions in the users' table, beside the user whose they are. */
@Singleton
class Sessions {
  private static final Duration LIFETIME = Duration.ofDays(30);

  private final Table table;
  private final InstantSource clock;

  Sessions(Database database, Settings settings, InstantSource clock) {
    this.table = database.table(settings.required("USERS_TABLE"));
    this.clock = clock;
  }

  /** A new session whose first refresh token is the one given. */
  Change open(RefreshToken token) {
    var now = clock.instant();
    var row =
        Row.of("USER#" + token.userId(), "SESSION#" + token.sessionId())
            .with("refreshDigest", token.digest())
            .with("generation", 1)
            .with("createdAt", now)
            .with("expiresAt", now.plus(LIFETIME).getEpochSecond());
    return table.insert(
        row,
        found -> new IllegalStateException("The session " + token.sessionId() + " exists already"));
  }
}
