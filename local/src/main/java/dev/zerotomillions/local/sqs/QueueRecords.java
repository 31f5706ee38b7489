package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The queues that there are, with the attributes that the engine does not remember. */
final class QueueRecords {
  private final StateFile file;
  private final ObjectNode records;

  QueueRecords(Path path) {
    this.file = new StateFile(path);
    this.records = file.read();
  }

  synchronized Set<String> regions() {
    Set<String> regions = new HashSet<>();
    records.fieldNames().forEachRemaining(regions::add);
    return regions;
  }

  synchronized Set<String> names(String region) {
    Set<String> names = new HashSet<>();
    records.path(region).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A copy of the attributes kept here; empty where none are, or no such queue is. */
  synchronized ObjectNode attributes(String region, String queue) {
    return records.path(region).path(queue) instanceof ObjectNode known
        ? known.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }

  /** Remembers a queue and changes its attributes; it is on the disk when this returns. */
  synchronized void put(String region, String queue, ObjectNode attributes) {
    ObjectNode record = attributes(region, queue);
    record.setAll(attributes);
    if (!record.equals(records.path(region).path(queue))) {
      records.withObjectProperty(region).set(queue, record);
      file.write(records);
    }
  }

  synchronized void forget(String region, String queue) {
    if (records.path(region) instanceof ObjectNode queues && queues.remove(queue) != null) {
      file.write(records);
    }
  }
}
