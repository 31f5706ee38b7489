package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.JsonText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers that a client may have already, told apart by an entity tag over their bytes. */
public final class ETags {
  private static final int LENGTH = 16;

  private ETags() {}

  /** The body, or 304 if it is what the client has. */
  public static HttpResponse<?> answer(HttpRequest<?> request, Object body) {
    String text = Json.writeText(body);
    String tag = tag(text);
    String known = request.getHeaders().get("If-None-Match");
    MutableHttpResponse<Object> response =
        known != null && matches(known, tag)
            ? HttpResponse.notModified()
            : HttpResponse.<Object>ok(new JsonText(text)).contentType("application/json");
    return response.header("ETag", tag);
  }

  /** The tag of a body, as {@link #answer} gives it. */
  public static String of(Object body) {
    return tag(Json.writeText(body));
  }

  private static boolean matches(String known, String tag) {
    // Weak comparison, as RFC 9110 wants it for If-None-Match.
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
  }

  private static String tag(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return '"' + HexFormat.of().formatHex(digest, 0, LENGTH) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
