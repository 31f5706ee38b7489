package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.MalformedRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request's body as it was sent, for endpoints whose bodies are signed or are no JSON. A route
 * that takes one has to consume every media type.
 */
public record RawBody(String text) {

  static RawBody of(byte[] bytes) {
    try {
      return new RawBody(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedRequest("The body is no valid UTF-8.");
    }
  }

  /** The fields of a body that is {@code application/x-www-form-urlencoded}. */
  public Map<String, List<String>> form() {
    return QueryString.parse(text);
  }
}
