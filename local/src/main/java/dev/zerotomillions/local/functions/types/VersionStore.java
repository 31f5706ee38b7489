package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.storage.StateFile;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What functions were when their versions were published: a file for each function.
 *
 * <p>A version outlives changes of its function, so it can't be brought back from the function. A
 * number is never given twice.
 */
final class VersionStore {
  private final Path folder;

  VersionStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The number that a resource has published these properties under, if it has: a creation that a
   * crash interrupted publishes nothing anew.
   */
  OptionalInt number(String function, ResourceRequest publisher, ObjectNode properties) {
    for (var each : read(publisher.region(), function).path("versions").properties()) {
      if (each.getValue().equals(entry(publisher, properties))) {
        return OptionalInt.of(Integer.parseInt(each.getKey()));
      }
    }
    return OptionalInt.empty();
  }

  /** The function's properties as they were when a version was published. */
  ObjectNode properties(String region, String function, int number) {
    return read(region, function).path("versions").path("" + number).withObject("/properties");
  }

  /** Keeps the function's properties under the next number. */
  int publish(String function, ResourceRequest publisher, ObjectNode properties) {
    var file = file(publisher.region(), function);
    var content = file.read();
    var number = content.path("last").asInt() + 1;
    content.put("last", number);
    content.withObject("/versions").set("" + number, entry(publisher, properties));
    file.write(content);
    return number;
  }

  void forget(String region, String function, int number) {
    var file = file(region, function);
    var content = file.read();
    content.withObject("/versions").remove("" + number);
    file.write(content);
  }

  private ObjectNode read(String region, String function) {
    return file(region, function).read();
  }

  private StateFile file(String region, String function) {
    return new StateFile(folder.resolve(region).resolve(function + ".json"));
  }

  private static ObjectNode entry(ResourceRequest publisher, ObjectNode properties) {
    var entry = JsonNodeFactory.instance.objectNode();
    entry.put("publisher", publisher.stack() + "/" + publisher.logicalId());
    entry.set("version", publisher.properties());
    entry.set("properties", properties);
    return entry;
  }
}
