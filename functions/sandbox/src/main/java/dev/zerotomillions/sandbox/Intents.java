package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The payment intents in the sandbox's table. */
@Singleton
class Intents {
  /** The ids that are ever given; no key of the table is as long as what may be asked for. */
  static final String ID = "pi_[0-9a-f]{32}";

  private static final Pattern SHAPE = Pattern.compile(ID);
  private static final String SK = "INTENT";

  private final Table table;
  private final InstantSource clock;

  Intents(Database database, Settings settings, InstantSource clock) {
    this.table = database.table(settings.required("SANDBOX_TABLE"));
    this.clock = clock;
  }

  /**
   * The intent as it is now.
   *
   * @throws RequestRefused if there is none of that id
   */
  Intent get(String id) {
    return Optional.of(id)
        .filter(known -> SHAPE.matcher(known).matches())
        .flatMap(known -> table.find(pk(known), SK))
        .map(Intents::intent)
        .map(intent -> intent.at(clock.instant()))
        .orElseThrow(() -> RequestRefused.noSuchIntent(id));
  }

  Change insert(Intent intent) {
    return table.insert(
        row(intent), _ -> new IllegalStateException("Two intents got the id " + intent.id()));
  }

  /**
   * The intent as it has become, unless something else became of it first.
   *
   * @param seen the intent as it was read
   */
  Change replace(Intent seen, Intent next) {
    return table.replace(row(next), seen.version(), _ -> new Overtaken());
  }

  private static String pk(String id) {
    return "INTENT#" + id;
  }

  private static Row row(Intent intent) {
    var row =
        Row.of(pk(intent.id()), SK)
            .with("id", intent.id())
            .with("amount", intent.amount())
            .with("currency", intent.currency())
            .with("token", intent.token())
            .with("status", intent.status().name())
            .with("declineCode", intent.declineCode())
            .with("amountRefunded", intent.amountRefunded())
            .with(
                "metadata",
                intent.metadata().entrySet().stream()
                    .map(
                        entry ->
                            Row.empty()
                                .with("name", entry.getKey())
                                .with("value", entry.getValue()))
                    .toList())
            .with("created", intent.created())
            .with("version", intent.version());
    return intent.settlesAt() == null ? row : row.with("settlesAt", intent.settlesAt());
  }

  private static Intent intent(Row row) {
    Map<String, String> metadata = new LinkedHashMap<>();
    row.rows("metadata").forEach(entry -> metadata.put(entry.text("name"), entry.text("value")));
    return new Intent(
        row.text("id"),
        row.number("amount"),
        row.text("currency"),
        row.optionalText("token").orElse(null),
        IntentStatus.valueOf(row.text("status")),
        row.optionalText("declineCode").orElse(null),
        row.optionalText("settlesAt").map(Instant::parse).orElse(null),
        row.number("amountRefunded"),
        metadata,
        row.time("created"),
        row.number("version"));
  }

  /** Something else became of the intent between its reading and its writing. */
  static final class Overtaken extends RuntimeException {
    Overtaken() {
      super("The intent was changed meanwhile", null, false, false);
    }
  }
}
