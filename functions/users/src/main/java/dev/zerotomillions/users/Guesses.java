package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Attempts to log in since the last that succeeded, by e-mail address, whether or not anyone has
 * the address.
 *
 * <p>An attempt is counted before its password is looked at, so that a burst of parallel guesses
 * gains nothing. After a few free ones each costs twice the wait of the one before.
 */
@Singleton
class Guesses {
  static final int FREE = 5;
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int RACES = 8;
  private static final String SORT_KEY = "GUESSES";

  private final Database database;
  private final Table table;
  private final InstantSource clock;

  Guesses(Database database, Settings settings, InstantSource clock) {
    this.database = database;
    this.table = database.table(settings.required("USERS_TABLE"));
    this.clock = clock;
  }

  /**
   * Counts an attempt.
   *
   * @throws TooManyGuesses if none is allowed now
   */
  void count(EmailAddress email) {
    for (int race = 0; race < RACES; race++) {
      try {
        countOnce(key(email));
        return;
      } catch (Overtaken e) {
        // Another attempt was counted in between; this one comes after it.
      }
    }
    throw new TooManyGuesses(Duration.ofSeconds(1));
  }

  private void countOnce(String key) {
    var now = clock.instant();
    var row = table.find(key, SORT_KEY);
    long seen = row.map(found -> found.number("attempts")).orElse(0L);
    long allowedAt = row.map(found -> found.number("allowedAt")).orElse(0L);
    if (now.toEpochMilli() < allowedAt) {
      throw new TooManyGuesses(Duration.ofMillis(allowedAt - now.toEpochMilli()));
    }
    boolean forgotten = now.toEpochMilli() - allowedAt > MEMORY.toMillis();
    long attempts = forgotten ? 1 : seen + 1;
    var next = now.plus(waitAfter(attempts));
    var counted =
        Row.of(key, SORT_KEY)
            .with("attempts", attempts)
            .with("allowedAt", next.toEpochMilli())
            .with("expiresAt", next.plus(MEMORY).getEpochSecond());
    database.commit(
        List.of(
            table.put(
                counted,
                "attribute_not_exists(pk) OR (attempts = :attempts AND allowedAt = :allowedAt)",
                Map.of(":attempts", Table.number(seen), ":allowedAt", Table.number(allowedAt)),
                found -> new Overtaken())));
  }

  private static Duration waitAfter(long attempts) {
    if (attempts < FREE) {
      return Duration.ZERO;
    }
    long doublings = Math.min(attempts - FREE, 20);
    var wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** Forgets the attempts, as the last of them was right. */
  Change forget(EmailAddress email) {
    return table.delete(key(email), SORT_KEY);
  }

  /** The address of whoever has no account with us is not kept in clear text. */
  private static String key(EmailAddress email) {
    return "GUESSES#" + Sha256.hex(email.key());
  }

  private static final class Overtaken extends RuntimeException {
    Overtaken() {
      super("Another attempt was counted first", null, false, false);
    }
  }
}
