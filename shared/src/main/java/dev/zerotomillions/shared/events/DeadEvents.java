package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The events that subscribers kept refusing, set aside until someone has mended the cause. */
@Singleton
public final class DeadEvents {
  static final String PK = "DEADEVENT#";
  private static final int PAGE = 100;

  private final Database database;
  private final Settings settings;
  private final InstantSource clock;

  DeadEvents(Database database, Settings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /** Those of a service, the oldest first; at most a hundred. */
  public List<Event> list(String service) {
    return page(service).rows().stream()
        .map(row -> Event.parse(row.text(OutboxRow.EVENT)))
        .toList();
  }

  /**
   * Puts those of a service back into its outbox, to be relayed at the next run.
   *
   * @return how many they were; at most a hundred, so call again until there are none
   */
  public int redrive(String service) {
    Table table = table(service);
    List<Row> rows = page(service).rows();
    for (Row row : rows) {
      Event event = Event.parse(row.text(OutboxRow.EVENT));
      Row due =
          OutboxRow.of(event, clock.instant()).with(OutboxRow.TRIES, 0).with(OutboxRow.REFUSALS, 0);
      database.commit(List.of(table.delete(PK, event.id()), table.overwrite(due)));
    }
    return rows.size();
  }

  private Page page(String service) {
    return table(service).query(new Query(null, PK, "", false, PAGE, Map.of()));
  }

  private Table table(String service) {
    return database.table(settings.table(service));
  }
}
