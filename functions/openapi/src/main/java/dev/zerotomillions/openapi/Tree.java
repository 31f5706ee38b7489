package dev.zerotomillions.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists and plain values that are changed in place. */
final class Tree {
  private Tree() {}

  /** An object below another; it is made if it isn't there. */
  static Map<String, @Nullable Object> child(Map<String, @Nullable Object> parent, String name) {
    return object(Objects.requireNonNull(parent.computeIfAbsent(name, _ -> new LinkedHashMap<>())));
  }

  /** The objects in a list below another object; none if there is no list. */
  static List<Map<String, @Nullable Object>> children(
      Map<String, @Nullable Object> parent, String name) {
    List<Map<String, @Nullable Object>> children = new ArrayList<>();
    if (parent.get(name) instanceof List<?> list) {
      list.forEach(element -> children.add(object(element)));
    }
    return children;
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are strings
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) value;
    }
    throw new IllegalArgumentException(value + " is no JSON object");
  }

  /** Visits all objects in a value, the outer ones first. */
  static void visit(@Nullable Object value, Consumer<Map<String, @Nullable Object>> visitor) {
    if (value instanceof Map<?, ?>) {
      var members = object(value);
      visitor.accept(members);
      List.copyOf(members.keySet()).forEach(name -> visit(members.get(name), visitor));
    } else if (value instanceof List<?> elements) {
      elements.forEach(element -> visit(element, visitor));
    }
  }

  /** A copy that shares nothing with the value. */
  static @Nullable Object copy(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> members -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object(members).forEach((name, member) -> copy.put(name, copy(member)));
        yield copy;
      }
      case List<?> elements -> {
        List<@Nullable Object> copy = new ArrayList<>();
        elements.forEach(element -> copy.add(copy(element)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  static Map<String, @Nullable Object> reference(String address) {
    Map<String, @Nullable Object> reference = new LinkedHashMap<>();
    reference.put("$ref", address);
    return reference;
  }
}
