package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.signing.Digests;
import dev.zerotomillions.local.signing.UriEncoding;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks URLs that bear a signature of version 2: what version 1 of the CLI still makes of {@code
 * aws s3 presign} in us-east-1.
 */
final class OldPresignedUrl {
  private static final Set<String> SIGNED_PARAMETERS =
      Set.of("partNumber", "uploadId", "uploads", "versionId", "delete", "versioning", "versions");

  private final Function<String, SessionCredentials> credentials;
  private final InstantSource clock;

  OldPresignedUrl(Function<String, SessionCredentials> credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  static boolean isPresigned(S3Request request) {
    return request.asksFor("AWSAccessKeyId") && request.asksFor("Signature");
  }

  void check(S3Request request) throws S3Error {
    String expires = request.parameter("Expires").orElse("");
    if (!expires.matches("\\d{1,12}")) {
      throw S3Error.accessDenied("Invalid date (should be seconds since epoch): " + expires);
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(expires));
    Instant now = clock.instant();
    if (end.isBefore(now)) {
      throw S3Error.accessDenied("Request has expired")
          .with("Expires", end.toString())
          .with("ServerTime", now.toString());
    }
    String accessKey = request.parameter("AWSAccessKeyId").orElse("");
    SessionCredentials signer = credentials.apply(accessKey);
    Map<String, String> amz = amz(request);
    if (!amz.getOrDefault("x-amz-security-token", "").equals(signer.sessionToken())) {
      throw new S3Error(
          400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }
    String toSign = toSign(request, expires, amz);
    String expected = signature(signer.secretAccessKey(), toSign);
    if (!Digests.equal(expected, request.parameter("Signature").orElse(""))) {
      throw PresignedUrl.wrongSignature(accessKey).with("StringToSign", toSign);
    }
  }

  private static String toSign(S3Request request, String expires, Map<String, String> amz) {
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(request.header("content-md5").orElse("")).append('\n');
    text.append(request.header("content-type").orElse("")).append('\n');
    text.append(expires).append('\n');
    amz.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append(UriEncoding.ofPath(request.resource()));
    char separator = '?';
    for (Map.Entry<String, String> each : new TreeMap<>(request.query()).entrySet()) {
      if (SIGNED_PARAMETERS.contains(each.getKey()) || each.getKey().startsWith("response-")) {
        text.append(separator).append(each.getKey());
        text.append(each.getValue().isEmpty() ? "" : "=" + each.getValue());
        separator = '&';
      }
    }
    return text.toString();
  }

  private static Map<String, String> amz(S3Request request) {
    Map<String, String> amz = new TreeMap<>();
    request.headers().forEach((name, values) -> amz.put(name, String.join(",", values)));
    amz.putAll(request.query());
    amz.keySet().removeIf(name -> !name.startsWith("x-amz-"));
    return amz;
  }

  private static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every JDK has HmacSHA1", e);
    }
  }
}
