package dev.zerotomillions.local.signing;

import dev.zerotomillions.local.aws.AwsError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an {@code Authorization} header of Signature Version 4 says.
 *
 * @param day the day that the key was derived for, as {@code 20261125}
 * @param signedHeaders lower-case names, in the order in which they were signed
 * @param signature in hexadecimal digits
 */
record AuthorizationHeader(
    String accessKeyId,
    String day,
    String region,
    String service,
    List<String> signedHeaders,
    String signature) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  static AuthorizationHeader parse(String header) throws AwsError {
    if (!header.startsWith(ALGORITHM + " ")) {
      String scheme = header.split("\\s", 2)[0];
      throw incomplete(
          "'%s' not a valid key=value pair (missing equal-sign) in Authorization header"
              .formatted(scheme));
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : header.substring(ALGORITHM.length()).split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    List<String> missing = new ArrayList<>(List.of("Credential", "Signature", "SignedHeaders"));
    missing.removeAll(parts.keySet());
    if (!missing.isEmpty()) {
      throw incomplete(
          "Authorization header requires '%s' parameter.".formatted(missing.getFirst()));
    }
    String[] scope = parts.getOrDefault("Credential", "").split("/", -1);
    if (scope.length != 5 || !scope[4].equals("aws4_request")) {
      throw incomplete("Credential must have exactly 5 slash-delimited elements");
    }
    return new AuthorizationHeader(
        scope[0],
        scope[1],
        scope[2],
        scope[3],
        List.of(parts.getOrDefault("SignedHeaders", "").split(";", -1)),
        parts.getOrDefault("Signature", ""));
  }

  /** What the key was derived for. */
  String scope() {
    return String.join("/", day, region, service, "aws4_request");
  }

  private static AwsError incomplete(String message) {
    return new AwsError(403, "IncompleteSignatureException", message);
  }
}
