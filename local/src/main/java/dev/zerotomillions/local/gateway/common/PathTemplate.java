package dev.zerotomillions.local.gateway.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path with variables, such as <code>/products/{id}</code> or <code>/{proxy+}</code>.
 *
 * <p>Templates are ordered most specific first: segment by segment, a literal comes before a
 * variable, and a variable before a greedy one.
 */
public final class PathTemplate implements Comparable<PathTemplate> {
  private static final Comparator<Segment> BY_KIND = Comparator.comparing(Segment::kind);

  private final String text;
  private final List<Segment> segments;

  private enum Kind {
    LITERAL,
    VARIABLE,
    GREEDY
  }

  private record Segment(Kind kind, String name) {
    static Segment of(String text) {
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return new Segment(Kind.LITERAL, text);
      }
      String name = text.substring(1, text.length() - 1);
      return name.endsWith("+")
          ? new Segment(Kind.GREEDY, name.substring(0, name.length() - 1))
          : new Segment(Kind.VARIABLE, name);
    }
  }

  private PathTemplate(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  public static PathTemplate of(String text) {
    List<Segment> segments = new ArrayList<>();
    for (String part : parts(text)) {
      segments.add(Segment.of(part));
    }
    return new PathTemplate(text, List.copyOf(segments));
  }

  /** The segments of a path, without its leading slash. */
  public static List<String> parts(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.isEmpty() ? List.of() : List.of(relative.split("/", -1));
  }

  /** The values of the variables if this template matches a path, or null if it does not. */
  public @Nullable Map<String, String> match(List<String> path) {
    Map<String, String> values = segments.isEmpty() ? Map.of() : new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      if (i >= path.size()) {
        return null;
      }
      switch (segment.kind) {
        case LITERAL -> {
          if (!segment.name.equals(path.get(i))) {
            return null;
          }
        }
        case VARIABLE -> {
          if (path.get(i).isEmpty()) {
            return null;
          }
          values.put(segment.name, path.get(i));
        }
        case GREEDY -> {
          String rest = String.join("/", path.subList(i, path.size()));
          values.put(segment.name, rest);
          return rest.isEmpty() ? null : Collections.unmodifiableMap(values);
        }
      }
    }
    return path.size() == segments.size() ? Collections.unmodifiableMap(values) : null;
  }

  @Override
  public int compareTo(PathTemplate other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int order = BY_KIND.compare(segments.get(i), other.segments.get(i));
      if (order != 0) {
        return order;
      }
    }
    int longerFirst = Integer.compare(other.segments.size(), segments.size());
    return longerFirst != 0 ? longerFirst : text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathTemplate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
