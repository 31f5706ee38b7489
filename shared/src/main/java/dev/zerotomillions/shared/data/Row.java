package dev.zerotomillions.shared.data;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a table, with typed attributes; {@code with} makes a changed copy. */
public final class Row {
  private final Map<String, AttributeValue> attributes;

  private Row(Map<String, AttributeValue> attributes) {
    this.attributes = Collections.unmodifiableMap(attributes);
  }

  /** A row that has nothing but its key. */
  public static Row of(String pk, String sk) {
    return empty().with("pk", pk).with("sk", sk);
  }

  /** A row without a key, for the elements of a list attribute. */
  public static Row empty() {
    return new Row(Map.of());
  }

  static Row from(Map<String, AttributeValue> attributes) {
    return new Row(attributes);
  }

  public Row with(String name, @Nullable String value) {
    return value == null ? this : with(name, AttributeValue.fromS(value));
  }

  public Row with(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  /** Times are kept as ISO 8601 text in UTC, which sorts as they do. */
  public Row with(String name, Instant value) {
    return with(name, value.toString());
  }

  public Row with(String name, List<Row> rows) {
    return with(
        name,
        AttributeValue.fromL(
            rows.stream().map(row -> AttributeValue.fromM(row.attributes)).toList()));
  }

  private Row with(String name, AttributeValue value) {
    Map<String, AttributeValue> copy = new LinkedHashMap<>(attributes);
    copy.put(name, value);
    return new Row(copy);
  }

  public String text(String name) {
    return attribute(name).s();
  }

  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  public long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  public Optional<Long> optionalNumber(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> Long.valueOf(value.n()));
  }

  public Instant time(String name) {
    return Instant.parse(text(name));
  }

  public List<Row> rows(String name) {
    return attribute(name).l().stream().map(value -> new Row(value.m())).toList();
  }

  /** The elements of a list; none if rows were written before there was one. */
  public List<Row> optionalRows(String name) {
    return attributes.containsKey(name) ? rows(name) : List.of();
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  private AttributeValue attribute(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "The row " + attributes.get("pk") + " has no attribute " + name + ".");
    }
    return value;
  }
}
