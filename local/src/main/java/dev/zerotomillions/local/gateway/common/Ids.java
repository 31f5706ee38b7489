package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.resources.ResourceRequest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Identifiers as API Gateway makes them. */
public final class Ids {
  private Ids() {}

  /** An id that is always the same for one resource, so that creating it again finds it. */
  public static String of(ResourceRequest request, int length) {
    String name =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).toString(36).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A request id in the short form of HTTP APIs and of {@code x-amz-apigw-id}. */
  public static String request() {
    byte[] random = new byte[11];
    ThreadLocalRandom.current().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  /** A trace id for a request that brings none. */
  public static String trace(long epochSecond) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "Root=1-%08x-%08x%016x".formatted(epochSecond, random.nextInt(), random.nextLong());
  }
}
