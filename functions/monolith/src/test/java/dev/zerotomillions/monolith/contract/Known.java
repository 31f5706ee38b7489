package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What is there to ask for: values that the shop gave in its answers, by what they are of. */
final class Known {
  private static final int MOST = 8;

  private final Map<String, List<String>> values = new HashMap<>();
  private final Set<String> pinned = new HashSet<>();

  /** Adds the one value that there is to be of a name. */
  void pin(String name, String value) {
    values.put(name, new ArrayList<>(List.of(value)));
    pinned.add(name);
  }

  void add(String name, String value) {
    if (pinned.contains(name)) {
      return;
    }
    var known = values.computeIfAbsent(name, _ -> new ArrayList<>());
    known.remove(value);
    known.add(value);
    if (known.size() > MOST) {
      known.removeFirst();
    }
  }

  /** One of the values, mostly the latest. */
  Optional<String> any(String name, Random random) {
    var known = values.getOrDefault(name, List.of());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        random.nextBoolean() ? known.getLast() : known.get(random.nextInt(known.size())));
  }

  /** Remembers what an answer names: whatever was made, and tokens. */
  void learn(Operation operation, ApiResponse answer) {
    var location = answer.header("location");
    if (location != null) {
      int slash = location.lastIndexOf('/');
      learn(location.substring(0, slash), location.substring(slash + 1));
    }
    if (answer.body().startsWith("{")) {
      var json = answer.json();
      if (json.get("orderId") instanceof String order) {
        learn("orders", order);
      }
      if (json.get("refreshToken") instanceof String token) {
        add("refreshToken", token);
      }
      if (operation.method().equals("POST") && json.get("id") instanceof String id) {
        learn(operation.path(), id);
      }
    }
  }

  /** An order is known as one of the orders, and as what an orderId or an order stands for. */
  private void learn(String collection, String id) {
    var plural = collection.substring(collection.lastIndexOf('/') + 1);
    var singular = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    add(plural, id);
    add(singular, id);
    add(singular + "Id", id);
  }
}
