package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** The recipients in the notifications' table, as the users' events tell of them in any order. */
@Singleton
class Recipients {
  private static final String RECIPIENT = "RECIPIENT";

  private final Table table;

  Recipients(Database database, Settings settings) {
    this.table = database.table(settings.required("NOTIFICATIONS_TABLE"));
  }

  static String pk(String userId) {
    return "RECIPIENT#" + userId;
  }

  Standing find(String userId) {
    return table
        .find(pk(userId), RECIPIENT)
        .map(Recipients::standing)
        .orElseGet(Standing.Unknown::new);
  }

  /**
   * A recipient as an event tells of them; refused if they are erased or a later one told of them.
   */
  Change learn(Recipient recipient, Instant time, String eventId) {
    var toldAt = "%013d#%s".formatted(time.toEpochMilli(), eventId);
    return table.put(
        Row.of(pk(recipient.userId()), RECIPIENT)
            .with("userId", recipient.userId())
            .with("name", recipient.name())
            .with("email", recipient.email())
            .with("locale", recipient.locale())
            .with("toldAt", toldAt),
        "attribute_not_exists(pk) OR (attribute_not_exists(erasedAt) AND toldAt < :toldAt)",
        Map.of(":toldAt", Table.text(toldAt)),
        _ -> new OldNews());
  }

  /** Forgets a recipient; what stays keeps events that are late from bringing them back. */
  Change erase(String userId, Instant time) {
    return table.overwrite(
        Row.of(pk(userId), RECIPIENT).with("userId", userId).with("erasedAt", time));
  }

  /** No change, but the condition that as much is known of a user as before. */
  Change unchanged(String userId, Standing standing) {
    var condition =
        switch (standing) {
          case Standing.Unknown _ -> "attribute_not_exists(pk)";
          case Standing.Known _ -> "attribute_exists(pk) AND attribute_not_exists(erasedAt)";
          case Standing.Erased _ -> "attribute_exists(erasedAt)";
        };
    return table.check(pk(userId), RECIPIENT, condition, Map.of(), _ -> new StandingChanged());
  }

  private static Standing standing(Row row) {
    return row.optionalText("erasedAt").isPresent()
        ? new Standing.Erased()
        : new Standing.Known(
            new Recipient(
                row.text("userId"),
                row.text("name"),
                row.text("email"),
                row.optionalText("locale").orElse(null)));
  }

  /** An event tells less of a recipient than is known already. */
  static final class OldNews extends RuntimeException {
    OldNews() {
      super("A later event told of the recipient before", null, false, false);
    }
  }

  /** An event told of a recipient just now. */
  static final class StandingChanged extends RuntimeException {
    StandingChanged() {
      super("An event told of the recipient meanwhile; look again", null, false, false);
    }
  }
}
