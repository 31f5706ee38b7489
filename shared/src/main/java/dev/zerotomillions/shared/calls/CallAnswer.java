package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.RecordBinder;
import dev.zerotomillions.shared.problem.MalformedJson;
import dev.zerotomillions.shared.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param headers by their names in lower case
 */
public record CallAnswer(int status, Map<String, String> headers, String body) {

  /** Whether the service did what it was asked. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * The body as a record; members that the record does not know are ignored, so that a service can
   * add some without its callers being deployed anew.
   *
   * @throws UnexpectedAnswer if the body does not fill the record
   */
  public <T> T as(Class<T> type) {
    try {
      return RecordBinder.bindKnown(type, json());
    } catch (ValidationFailed e) {
      throw new UnexpectedAnswer(this, type.getSimpleName(), e);
    }
  }

  /**
   * The body as a JSON object, for the members of a problem.
   *
   * @throws UnexpectedAnswer if it is none
   */
  public Map<?, ?> json() {
    try {
      if (Json.read(body.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> members) {
        return members;
      }
      throw new UnexpectedAnswer(this, "an object", null);
    } catch (MalformedJson e) {
      throw new UnexpectedAnswer(this, "JSON", e);
    }
  }

  /**
   * The problem's name, such as {@code out-of-stock}, if the answer is one.
   *
   * @throws UnexpectedAnswer if it says so but can't be read
   */
  public Optional<String> problem() {
    if (!headers.getOrDefault("content-type", "").startsWith("application/problem+json")) {
      return Optional.empty();
    }
    String type = String.valueOf(json().get("type"));
    return Optional.of(type.substring(type.lastIndexOf('/') + 1));
  }
}
