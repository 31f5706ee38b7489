package dev.zerotomillions.local.s3.api;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What AWS's Signature Version 4 signs of a request to S3, and its signature. */
record CanonicalRequest(String text) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** The canonical form of a request whose query bears the signature. */
  static CanonicalRequest of(S3Request request, Set<String> signedHeaders) {
    StringBuilder text = new StringBuilder(request.method()).append('\n');
    text.append(encoded(request.path(), true)).append('\n');
    TreeMap<String, String> query = new TreeMap<>();
    request
        .query()
        .forEach((name, value) -> query.put(encoded(name, false), encoded(value, false)));
    query.remove("X-Amz-Signature");
    StringBuilder pairs = new StringBuilder();
    query.forEach(
        (name, value) ->
            pairs.append(pairs.isEmpty() ? "" : "&").append(name).append('=').append(value));
    text.append(pairs).append('\n');
    TreeSet<String> headers = new TreeSet<>(signedHeaders);
    for (String header : headers) {
      String value = request.header(header).orElse("").strip().replaceAll(" +", " ");
      text.append(header).append(':').append(value).append('\n');
    }
    text.append('\n').append(String.join(";", headers)).append('\n');
    text.append(request.header("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD"));
    return new CanonicalRequest(text.toString());
  }

  /** The signature in hexadecimal digits, for a scope of key, date, region, service and end. */
  String signature(String secret, List<String> scope, String time) {
    List<String> terms = scope.subList(1, scope.size());
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String term : terms) {
      key = hmac(key, term);
    }
    String toSign =
        String.join("\n", "AWS4-HMAC-SHA256", time, String.join("/", terms), sha256(text));
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  /** Compares without telling by the time it takes how much is the same. */
  static boolean sameText(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(String text, boolean keepSlashes) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (UNRESERVED.indexOf(c) >= 0 || (keepSlashes && c == '/')) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
