package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answers that custom resources' functions send to the {@code ResponseURL} of their event, as
 * they would to a presigned URL of S3.
 */
public final class CustomResourceResponses {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI endpoint;
  private final Map<String, Expected> expected = new ConcurrentHashMap<>();

  /**
   * @param endpoint where the emulator answers; it passes on what is put under {@code
   *     /_local/custom-resources/}
   */
  public CustomResourceResponses(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** An answer that is awaited. */
  record Expected(String token, URI url, CompletableFuture<JsonNode> response) {}

  Expected expect() {
    String token = UUID.randomUUID().toString();
    URI url = endpoint.resolve("/_local/custom-resources/" + token);
    Expected awaited = new Expected(token, url, new CompletableFuture<>());
    expected.put(token, awaited);
    return awaited;
  }

  void forget(Expected awaited) {
    expected.remove(awaited.token());
  }

  /**
   * Takes an answer.
   *
   * @return whether it was awaited
   */
  public boolean accept(String token, byte[] body) {
    Expected awaited = expected.remove(token);
    return awaited != null && complete(awaited, body);
  }

  private static boolean complete(Expected awaited, byte[] body) {
    try {
      return awaited.response().complete(JSON.readTree(body));
    } catch (JacksonException e) {
      return awaited.response().completeExceptionally(e);
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory are always readable", e);
    }
  }
}
