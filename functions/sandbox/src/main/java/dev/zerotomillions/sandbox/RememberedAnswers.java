package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.json.Json;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers given under Idempotency-Keys, in the sandbox's table. */
@Singleton
class RememberedAnswers {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String SK = "KEY";

  private final Table table;
  private final InstantSource clock;

  RememberedAnswers(Database database, Settings settings, InstantSource clock) {
    this.table = database.table(settings.required("SANDBOX_TABLE"));
    this.clock = clock;
  }

  /**
   * What was answered under a key.
   *
   * @throws RequestRefused if something else was asked for under it
   */
  Optional<Outcome> find(RequestKey key) {
    return table
        .find(pk(key), SK)
        .filter(row -> row.number("expiresAt") > clock.instant().getEpochSecond())
        .map(row -> outcome(row, key));
  }

  private static Outcome outcome(Row row, RequestKey key) {
    if (!row.text("fingerprint").equals(key.fingerprint())) {
      throw RequestRefused.keyReused();
    }
    Map<String, Object> body = new LinkedHashMap<>();
    if (Json.read(row.text("body").getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> members) {
      members.forEach(
          (name, value) -> {
            if (value != null) {
              body.put(name.toString(), value);
            }
          });
    }
    return new Outcome(null, (int) row.number("status"), body, List.of());
  }

  /** Remembers an answer, unless one is remembered by now. */
  Change remember(RequestKey key, Outcome outcome) {
    long now = clock.instant().getEpochSecond();
    var row =
        Row.of(pk(key), SK)
            .with("fingerprint", key.fingerprint())
            .with("status", outcome.status())
            .with("body", Json.writeText(outcome.body()))
            .with("expiresAt", now + KEPT.toSeconds());
    return table.put(
        row,
        "attribute_not_exists(pk) OR expiresAt <= :now",
        Map.of(":now", Table.number(now)),
        _ -> new AnsweredMeanwhile());
  }

  private static String pk(RequestKey key) {
    return "KEY#" + key.key();
  }

  /** The same call was answered while this one was being worked out. */
  static final class AnsweredMeanwhile extends RuntimeException {
    AnsweredMeanwhile() {
      super("The same call was answered meanwhile", null, false, false);
    }
  }
}
