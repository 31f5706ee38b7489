package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.resources.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names as CloudFormation generates them, {@code <stack>-<logical id>-<suffix>}.
 *
 * <p>The suffix is derived rather than random, so that a resource whose creation a crash
 * interrupted is found again under the same name.
 */
final class PhysicalName {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SUFFIX = 12;
  private static final int PART = 24;

  private PhysicalName() {}

  static String of(ResourceRequest request) {
    return "%s-%s-%s".formatted(cut(request.stack()), cut(request.logicalId()), suffix(request));
  }

  private static String cut(String part) {
    return part.substring(0, Math.min(PART, part.length()));
  }

  private static String suffix(ResourceRequest request) {
    var digest =
        sha256()
            .digest(
                String.join(
                        "/",
                        request.account(),
                        request.region(),
                        request.stack(),
                        request.logicalId(),
                        request.type())
                    .getBytes(StandardCharsets.UTF_8));
    var suffix = new StringBuilder();
    for (var i = 0; i < SUFFIX; i++) {
      suffix.append(ALPHABET.charAt((digest[i] & 0xFF) % ALPHABET.length()));
    }
    return suffix.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
