package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What the engine does not remember of tables: tags, point-in-time recovery and the like. */
final class TableRecords {
  private final StateFile file;
  private final ObjectNode records;

  TableRecords(Path path) {
    this.file = new StateFile(path);
    this.records = file.read();
  }

  /** A copy of what is remembered; empty where nothing is. */
  synchronized ObjectNode of(String region, String table) {
    return records.path(key(region, table)) instanceof ObjectNode known
        ? known.deepCopy()
        : DynamoDbApi.JSON.createObjectNode();
  }

  /** Changes what is remembered; it is on the disk when this returns. */
  synchronized ObjectNode change(String region, String table, Consumer<ObjectNode> change) {
    ObjectNode record = of(region, table);
    change.accept(record);
    if (!record.equals(records.path(key(region, table)))) {
      records.set(key(region, table), record);
      file.write(records);
    }
    return record.deepCopy();
  }

  synchronized void forget(String region, String table) {
    if (records.remove(key(region, table)) != null) {
      file.write(records);
    }
  }

  private static String key(String region, String table) {
    return region + "/" + table;
  }
}
