package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * The messages in the notifications' table, beside their recipients: so a user's are found without
 * an index, and erased whole.
 */
@Singleton
class Messages {
  static final String MESSAGE = "MESSAGE#";
  static final String WAITING = "WAITING#";

  private static final int AT_ONCE = 100;

  private final Database database;
  private final Table table;
  private final Texts texts;

  Messages(Database database, Settings settings, Texts texts) {
    this.database = database;
    this.table = database.table(settings.required("NOTIFICATIONS_TABLE"));
    this.texts = texts;
  }

  Table table() {
    return table;
  }

  /** A message to be sent, refused if it is there already. */
  Change write(Occasion occasion, Recipient recipient) {
    return table.insert(
        MessageRow.toSend(occasion, texts.write(occasion, recipient)), _ -> new AlreadyWritten());
  }

  /** What there will be a message of once its recipient is known. */
  Change await(Occasion occasion) {
    return table.insert(MessageRow.waiting(occasion), _ -> new AlreadyWritten());
  }

  /** What was written to a user, in the order of the events' ids. */
  Page list(String userId, int limit, Map<String, String> after) {
    return table.query(new Query(null, Recipients.pk(userId), MESSAGE, false, limit, after));
  }

  /** The end of the wait for a recipient. */
  Change arrived(Occasion occasion) {
    return table.delete(Recipients.pk(occasion.customerId()), WAITING + occasion.eventId());
  }

  /** Some of what waits for a recipient. */
  List<Occasion> waiting(String userId) {
    return page(userId, WAITING).stream().map(MessageRow::occasion).toList();
  }

  /** Takes away all that was written to a user, or waits for them. */
  void erase(String userId) {
    for (var prefix : List.of(WAITING, MESSAGE)) {
      var rows = page(userId, prefix);
      while (!rows.isEmpty()) {
        database.commit(
            rows.stream().map(row -> table.delete(row.text("pk"), row.text("sk"))).toList());
        rows = page(userId, prefix);
      }
    }
  }

  private List<Row> page(String userId, String prefix) {
    return table
        .query(new Query(null, Recipients.pk(userId), prefix, false, AT_ONCE, Map.of()))
        .rows();
  }

  /** The message of an event was written before. */
  static final class AlreadyWritten extends RuntimeException {
    AlreadyWritten() {
      super("The message was written before", null, false, false);
    }
  }
}
