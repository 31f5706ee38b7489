package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Parameters;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.InvalidCursor;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors: the position in a list, signed, so that a client can neither make one up nor use
 * it for another list.
 */
@Singleton
public final class Cursors {
  private static final int SIGNATURE = 32;
  private static final int MAX_LENGTH = 4096;

  private final Settings settings;
  private final Parameters parameters;
  private volatile byte @Nullable [] key;

  public Cursors(Settings settings, Parameters parameters) {
    this.settings = settings;
    this.parameters = parameters;
  }

  /**
   * The cursor of a position.
   *
   * @param list the list with its parameters; a cursor opens for no other
   * @return null if the position is empty, which is the end of a list
   */
  public @Nullable String seal(String list, Map<String, String> position) {
    if (position.isEmpty()) {
      return null;
    }
    byte[] payload = Json.write(position);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes(sign(list, payload));
    sealed.writeBytes(payload);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
  }

  /**
   * The position of a cursor, the beginning if there is none.
   *
   * @throws InvalidCursor if it was not sealed for this list
   */
  public Map<String, String> open(String list, @Nullable String cursor) {
    if (cursor == null) {
      return Map.of();
    }
    byte[] sealed = decode(cursor);
    byte[] payload = Arrays.copyOfRange(sealed, SIGNATURE, sealed.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SIGNATURE), sign(list, payload))) {
      throw new InvalidCursor();
    }
    return position(payload);
  }

  private static byte[] decode(String cursor) {
    try {
      byte[] sealed =
          cursor.length() > MAX_LENGTH ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
      if (sealed.length > SIGNATURE) {
        return sealed;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidCursor();
    }
    throw new InvalidCursor();
  }

  private static Map<String, String> position(byte[] payload) {
    // Signed, so it is what seal wrote.
    Map<String, String> position = new LinkedHashMap<>();
    if (Json.read(payload) instanceof Map<?, ?> members) {
      members.forEach((name, value) -> position.put(name.toString(), String.valueOf(value)));
    }
    return position;
  }

  private byte[] sign(String list, byte[] payload) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(list.getBytes(StandardCharsets.UTF_8));
    message.write(0);
    message.writeBytes(payload);
    return Hmac.of(key(), message.toByteArray());
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = Base64.getDecoder().decode(parameters.get(settings.required("CURSOR_KEY_PARAMETER")));
      key = known;
    }
    return known;
  }
}
