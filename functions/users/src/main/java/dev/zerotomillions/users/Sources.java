package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Wrong passwords by the source that they came from, whatever the e-mail address.
 *
 * <p>It stops those who try one password on many accounts. The limit is far above what a whole
 * office mistypes behind one address, and what was right is not counted.
 */
@Singleton
class Sources {
  static final int MOST = 100;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final String SORT_KEY = "GUESSES";

  private final Table table;
  private final InstantSource clock;

  Sources(Database database, Settings settings, InstantSource clock) {
    this.table = database.table(settings.required("USERS_TABLE"));
    this.clock = clock;
  }

  /**
   * Lets a source try.
   *
   * @throws TooManyGuesses if too many of its tries were wrong lately
   */
  void admit(Source source) {
    var row = table.find(key(source), SORT_KEY);
    if (row.isPresent() && row.get().number("wrong") >= MOST) {
      throw new TooManyGuesses(Duration.ofMillis(windowEnd() - clock.millis()));
    }
  }

  /** Counts a try that was wrong. */
  Change wrong(Source source) {
    return table.update(
        key(source),
        SORT_KEY,
        "SET expiresAt = :end ADD wrong :one",
        "attribute_not_exists(wrong) OR wrong < :most",
        Map.of(
            ":end", Table.number(windowEnd() / 1000),
            ":one", Table.number(1),
            ":most", Table.number(MOST)),
        found -> new TooManyGuesses(Duration.ofMillis(windowEnd() - clock.millis())));
  }

  /** A row per window, so that counting needs no look at the clock of the last try. */
  private String key(Source source) {
    return "SOURCE#" + source.digest() + "#" + window();
  }

  private long window() {
    return clock.millis() / WINDOW.toMillis();
  }

  private long windowEnd() {
    return (window() + 1) * WINDOW.toMillis();
  }
}
