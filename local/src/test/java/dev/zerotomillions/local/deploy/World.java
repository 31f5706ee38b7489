package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What resource types really made, which outlives a power cut, and how it came to be. */
final class World {
  final Map<String, ObjectNode> things = new TreeMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Power power;

  World(Power power) {
    this.power = power;
  }

  synchronized void put(String id, ObjectNode properties) {
    power.moment();
    things.put(id, properties);
    power.moment();
  }

  synchronized void remove(String id) {
    power.moment();
    things.remove(id);
    power.moment();
  }

  ObjectNode thing(String id) {
    return Objects.requireNonNull(things.get(id), () -> id + " is not in " + things.keySet());
  }

  void called(String call) {
    calls.add(call);
  }
}
