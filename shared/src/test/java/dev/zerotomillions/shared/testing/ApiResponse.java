package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the function answered. */
public record ApiResponse(int status, Map<?, ?> headers, String body) {

  /** Reads what the function wrote. */
  public static ApiResponse read(byte[] answer) {
    Map<?, ?> members = object(Json.read(answer));
    return new ApiResponse(
        Integer.parseInt(String.valueOf(members.get("statusCode"))),
        object(members.get("headers")),
        String.valueOf(members.get("body")));
  }

  public @Nullable String header(String name) {
    Object value = headers.get(name);
    return value == null ? null : value.toString();
  }

  /** The body as a JSON object. */
  public Map<?, ?> json() {
    return object(Json.read(body.getBytes(StandardCharsets.UTF_8)));
  }

  public @Nullable Object get(String member) {
    return json().get(member);
  }

  /** The problem's kebab name, such as {@code not-found}. */
  public String problem() {
    String type = String.valueOf(get("type"));
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** The items of a list. */
  public List<Map<?, ?>> items() {
    return list("items").stream().<Map<?, ?>>map(ApiResponse::object).toList();
  }

  /** The errors of a failed validation, as {@code field: message}. */
  public List<String> errors() {
    return list("errors").stream()
        .map(ApiResponse::object)
        .map(error -> error.get("field") + ": " + error.get("message"))
        .toList();
  }

  private List<?> list(String member) {
    if (get(member) instanceof List<?> list) {
      return list;
    }
    throw new AssertionError("There is no list " + member + " in " + this);
  }

  private static Map<?, ?> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new AssertionError(value + " is no JSON object");
  }
}
