package dev.zerotomillions.local.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header fields of a message, in the order and the spelling in which they were sent. */
public record WebHeaders(List<Field> fields) {

  /** One header field. */
  public record Field(String name, String value) {}

  private static final WebHeaders NONE = new WebHeaders(List.of());

  public WebHeaders {
    fields = List.copyOf(fields);
  }

  public static WebHeaders none() {
    return NONE;
  }

  /** Header fields from names and values in turn. */
  public static WebHeaders of(String... namesAndValues) {
    List<Field> fields = new ArrayList<>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new WebHeaders(fields);
  }

  /** The first value of a header, whatever the case of its name. */
  public @Nullable String first(String name) {
    for (Field field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        return field.value;
      }
    }
    return null;
  }

  /** The first value of a header, or a default. */
  public String first(String name, String otherwise) {
    String value = first(name);
    return value == null ? otherwise : value;
  }

  public boolean contains(String name) {
    return first(name) != null;
  }

  /** All values by lower-case name, in order of first appearance. */
  public Map<String, List<String>> byLowerCaseName() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Field field : fields) {
      all.computeIfAbsent(field.name.toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
          .add(field.value);
    }
    return all;
  }

  /** These headers and one more. */
  public WebHeaders and(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new WebHeaders(more);
  }

  /** These headers with a header set to the one value, replacing any of that name. */
  public WebHeaders with(String name, String value) {
    List<Field> changed = new ArrayList<>(fields);
    changed.removeIf(field -> field.name.equalsIgnoreCase(name));
    changed.add(new Field(name, value));
    return new WebHeaders(changed);
  }
}
