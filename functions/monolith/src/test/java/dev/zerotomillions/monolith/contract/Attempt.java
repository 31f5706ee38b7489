package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.shared.json.JsonText;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that is being made up. */
final class Attempt {
  private final Operation operation;
  private final Map<String, String> path = new LinkedHashMap<>();
  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private boolean service;
  private final Set<String> forbidden = new HashSet<>();
  private byte @Nullable [] bytes;

  /** The body as a value, until it is written. */
  @Nullable Object body;

  /** The body as it is sent; null if there is none. */
  @Nullable String text;

  Attempt(Operation operation) {
    this.operation = operation;
  }

  void path(String name, String raw) {
    path.put(name, raw);
  }

  void query(String name, String value) {
    query.add(encoded(name) + "=" + encoded(value));
  }

  void rawQuery(String raw) {
    query.add(raw);
  }

  void header(String name, String value) {
    headers.put(name.toLowerCase(java.util.Locale.ROOT), value);
  }

  void withoutHeader(String name) {
    headers.remove(name.toLowerCase(java.util.Locale.ROOT));
  }

  void service(boolean isService) {
    service = isService;
  }

  void bytes(byte[] sent) {
    bytes = sent;
  }

  /** Tells of a part of it whether the document allows that. */
  void allow(String part, boolean isAllowed) {
    if (isAllowed) {
      forbidden.remove(part);
    } else {
      forbidden.add(part);
    }
  }

  /** Whether the document forbids a part of it, so that it may not succeed. */
  boolean isForbidden() {
    return !forbidden.isEmpty();
  }

  ApiRequest request() {
    String target = operation.path();
    for (var variable : path.entrySet()) {
      target = target.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    var request =
        new ApiRequest(
            operation.method(), target, String.join("&", query), headers, text, false, "", service);
    return bytes == null ? request : request.bytes(bytes);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A form's fields as they are sent. */
  static String form(Map<?, ?> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                encoded(String.valueOf(field.getKey()))
                    + "="
                    + encoded(
                        field.getValue() instanceof JsonText json
                            ? json.text()
                            : String.valueOf(field.getValue())))
        .collect(Collectors.joining("&"));
  }
}
