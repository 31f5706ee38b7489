package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.shared.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What nobody should send, and somebody does. */
final class Hostile {
  /** Texts for headers, queries and paths, before they are encoded. */
  private static final List<String> TEXTS =
      List.of(
          " ",
          "0",
          "-1",
          "101",
          "1.5",
          "9999999999999999999",
          "true",
          "null",
          "*",
          "..",
          "a b",
          "a/b",
          "ä漢😀",
          "\u0000",
          "\u202e",
          "'; DROP TABLE orders;--",
          "${jndi:ldap://x}",
          "<script>",
          "\"",
          "W/\"0\"",
          "ord_fff_00000000-0000-7000-8000-000000000000",
          "usr_customer",
          "x".repeat(129),
          "x".repeat(5_000),
          "=&%",
          "\r\nx: y");

  private static final List<JsonText> NODES =
      texts(
          "null",
          "true",
          "0",
          "-1",
          "1.0",
          "1.5",
          "1e400",
          "-0",
          "9223372036854775807",
          "9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"😀\"",
          "\"\\u202eevil\"",
          "\"a@b\"",
          "\"tok_unknown\"",
          "\"ord_fff_00000000-0000-7000-8000-000000000000\"",
          "\"2026-02-30T25:00:00Z\"",
          "\"" + "x".repeat(10_000) + "\"",
          "[]",
          "{}",
          "[null]",
          "[[[[[[]]]]]]",
          "{\"\":{}}",
          "{\"amount\":1}");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "0",
          "\"\"",
          "[]",
          "{}",
          "{",
          "{\"a\":1,\"a\":2}",
          "{\"a\":NaN}",
          "[".repeat(20_000),
          "{\"a\":\"" + "x".repeat(70_000) + "\"}",
          "a=b&c",
          "%zz=%",
          "\u0000",
          "\ufeff{}");

  private final Random random;

  Hostile(Random random) {
    this.random = random;
  }

  private static List<JsonText> texts(String... json) {
    return java.util.Arrays.stream(json).map(JsonText::new).toList();
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  String body() {
    return BODIES.get(random.nextInt(BODIES.size()));
  }

  /** The value with one of its nodes replaced, taken away or added. */
  @Nullable Object spoilt(@Nullable Object value) {
    if (value instanceof Map<?, ?> members && random.nextInt(8) > 0) {
      return spoiltObject(members);
    }
    if (value instanceof List<?> elements && !elements.isEmpty() && random.nextInt(8) > 0) {
      List<@Nullable Object> copy = new ArrayList<>(elements);
      int place = random.nextInt(copy.size());
      copy.set(place, spoilt(copy.get(place)));
      return copy;
    }
    return NODES.get(random.nextInt(NODES.size()));
  }

  private Map<String, @Nullable Object> spoiltObject(Map<?, ?> members) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    members.forEach((name, member) -> copy.put(String.valueOf(name), member));
    int choice = random.nextInt(10);
    if (choice == 0 || copy.isEmpty()) {
      copy.put(choice == 0 ? "role" : text(), "administrator");
      return copy;
    }
    String name = List.copyOf(copy.keySet()).get(random.nextInt(copy.size()));
    if (choice == 1) {
      copy.remove(name);
    } else {
      copy.put(name, spoilt(copy.get(name)));
    }
    return copy;
  }
}
