package dev.zerotomillions.shared.http;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place in the tree of paths: what may come next, and the routes that end here. */
final class RouteNode {
  private final Map<String, RouteNode> literals = new HashMap<>();
  private final Map<String, Route> routes = new TreeMap<>();
  private @Nullable RouteNode variable;

  void add(PathTemplate path, String method, Route route) {
    RouteNode node = this;
    for (PathTemplate.Segment segment : path.segments()) {
      node = node.next(segment);
    }
    if (node.routes.putIfAbsent(method, route) != null) {
      throw new UnsupportedRoute(method + " " + path + " has two controllers; take one away.");
    }
    if (method.equals("GET")) {
      node.routes.putIfAbsent("HEAD", route);
    }
  }

  private RouteNode next(PathTemplate.Segment segment) {
    if (!segment.variable()) {
      return literals.computeIfAbsent(segment.text(), _ -> new RouteNode());
    }
    RouteNode known = variable;
    if (known == null) {
      known = new RouteNode();
      variable = known;
    }
    return known;
  }

  /** The node at a path that has routes; what is spelt out goes before what is variable. */
  @Nullable RouteNode find(String[] segments) {
    return find(segments, 0);
  }

  private @Nullable RouteNode find(String[] segments, int from) {
    if (from == segments.length) {
      return routes.isEmpty() ? null : this;
    }
    RouteNode literal = literals.get(segments[from]);
    RouteNode found = literal == null ? null : literal.find(segments, from + 1);
    RouteNode other = variable;
    return found != null || other == null || segments[from].isEmpty()
        ? found
        : other.find(segments, from + 1);
  }

  @Nullable Route route(String method) {
    return routes.get(method);
  }

  /** The methods that have a route, as an {@code Allow} header lists them. */
  String allowed() {
    return String.join(", ", routes.keySet());
  }
}
