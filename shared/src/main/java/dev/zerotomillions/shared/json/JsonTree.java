package dev.zerotomillions.shared.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.zerotomillions.shared.problem.MalformedJson;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values read from and written to a stream of tokens. */
final class JsonTree {
  private JsonTree() {}

  static @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new MalformedJson("it is empty");
    }
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> readInteger(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> new JsonNumber(parser.getText());
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, read(parser));
    }
    return members;
  }

  private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return elements;
  }

  private static Object readInteger(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new JsonNumber(parser.getText())
        : parser.getLongValue();
  }

  /** No switch over types: it is linked at its first run, which a cold start would wait for. */
  static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof JsonText written) {
      out.writeRawValue(written.text());
    } else if (value instanceof JsonNumber number) {
      out.writeNumber(number.text());
    } else if (value instanceof Record bean) {
      writeRecord(out, bean);
    } else if (value instanceof Map<?, ?> members) {
      writeObject(out, members);
    } else if (value instanceof Iterable<?> elements) {
      writeArray(out, elements);
    } else {
      // Times, enumerations, addresses and identifiers are strings in JSON.
      out.writeString(value.toString());
    }
  }

  private static void writeObject(JsonGenerator out, Map<?, ?> members) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      writeMember(out, String.valueOf(member.getKey()), member.getValue());
    }
    out.writeEndObject();
  }

  private static void writeArray(JsonGenerator out, Iterable<?> elements) throws IOException {
    out.writeStartArray();
    for (Object element : elements) {
      write(out, element);
    }
    out.writeEndArray();
  }

  private static <R extends Record> void writeRecord(JsonGenerator out, R bean) throws IOException {
    @SuppressWarnings("unchecked") // a record's class is that of the record
    BeanIntrospection<R> introspection =
        BeanIntrospection.getIntrospection((Class<R>) bean.getClass());
    out.writeStartObject();
    for (BeanProperty<R, Object> property : introspection.getBeanProperties()) {
      writeMember(out, property.getName(), property.get(bean));
    }
    out.writeEndObject();
  }

  private static void writeMember(JsonGenerator out, String name, @Nullable Object value)
      throws IOException {
    if (value != null) {
      out.writeFieldName(name);
      write(out, value);
    }
  }
}
