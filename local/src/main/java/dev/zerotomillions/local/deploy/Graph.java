package dev.zerotomillions.local.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What depends on what. Edges to ids outside the graph don't count. */
final class Graph {
  private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

  Graph(Map<String, ? extends Collection<String>> dependenciesById) {
    dependenciesById.forEach(
        (id, needed) -> {
          Set<String> inside = new LinkedHashSet<>(needed);
          inside.retainAll(dependenciesById.keySet());
          dependencies.put(id, inside);
        });
  }

  Set<String> ids() {
    return dependencies.keySet();
  }

  Set<String> dependencies(String id) {
    return dependencies.getOrDefault(id, Set.of());
  }

  /** The same ids, with every edge turned round: the order in which to delete. */
  Graph reversed() {
    Map<String, Set<String>> reversed = new HashMap<>();
    dependencies.keySet().forEach(id -> reversed.put(id, new LinkedHashSet<>()));
    dependencies.forEach((id, needed) -> needed.forEach(each -> add(reversed, each, id)));
    return new Graph(reversed);
  }

  private static void add(Map<String, Set<String>> edges, String from, String to) {
    edges.computeIfAbsent(from, each -> new LinkedHashSet<>()).add(to);
  }

  /**
   * The same graph without circles, for what is on record: two operations of which one was cut
   * short can have left references both ways.
   */
  Graph withoutCircles() {
    Map<String, Set<String>> left = new LinkedHashMap<>();
    dependencies.forEach((id, needed) -> left.put(id, new LinkedHashSet<>(needed)));
    Graph graph = new Graph(left);
    for (Optional<List<String>> circle = graph.circle();
        circle.isPresent();
        circle = graph.circle()) {
      left.getOrDefault(circle.get().get(0), Set.of()).remove(circle.get().get(1));
      graph = new Graph(left);
    }
    return graph;
  }

  /** A circle, if there is one: the first id is the last one again. */
  Optional<List<String>> circle() {
    Set<String> finished = new LinkedHashSet<>();
    for (String id : dependencies.keySet()) {
      Optional<List<String>> circle = circle(id, new ArrayList<>(), finished);
      if (circle.isPresent()) {
        return circle;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> circle(String id, List<String> path, Set<String> finished) {
    if (finished.contains(id)) {
      return Optional.empty();
    }
    int start = path.indexOf(id);
    path.add(id);
    if (start >= 0) {
      return Optional.of(List.copyOf(path.subList(start, path.size())));
    }
    for (String needed : dependencies(id)) {
      Optional<List<String>> circle = circle(needed, path, finished);
      if (circle.isPresent()) {
        return circle;
      }
    }
    path.removeLast();
    finished.add(id);
    return Optional.empty();
  }
}
