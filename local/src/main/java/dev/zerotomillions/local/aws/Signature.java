package dev.zerotomillions.local.aws;

import dev.zerotomillions.local.web.WebRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a request, and for what: the credential scope of AWS Signature Version 4.
 *
 * @param accessKeyId the access key
 * @param region such as {@code eu-west-1}
 * @param service the signing name, such as {@code dynamodb}
 */
public record Signature(String accessKeyId, String region, String service) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final Pattern SCOPE =
      Pattern.compile("([^/,=\\s]+)/\\d{8}/([a-zA-Z0-9-]+)/([a-zA-Z0-9-]+)/aws4_request");

  /** S3's URLs with a signature of version 2, which has no scope. */
  private static final Pattern OLD_URL =
      Pattern.compile("(?=.*\\bAWSAccessKeyId=([^&]*))(?=.*\\bExpires=)(?=.*\\bSignature=)");

  /** The signature of a request, in its header or its query; null where it has none. */
  public static @Nullable Signature of(WebRequest request) {
    String authorization = request.headers().first("Authorization");
    if (authorization != null && authorization.startsWith(ALGORITHM)) {
      return in(authorization);
    }
    Matcher oldUrl = OLD_URL.matcher(request.query());
    if (oldUrl.find()) {
      return new Signature(oldUrl.group(1), "us-east-1", "s3");
    }
    int parameter = request.query().indexOf("X-Amz-Credential=");
    if (parameter < 0 || !request.query().contains("X-Amz-Signature=")) {
      return null;
    }
    int start = parameter + "X-Amz-Credential=".length();
    int end = request.query().indexOf('&', start);
    String encoded = request.query().substring(start, end < 0 ? request.query().length() : end);
    return in(encoded.replace("%2F", "/").replace("%2f", "/"));
  }

  private static @Nullable Signature in(String text) {
    Matcher matcher = SCOPE.matcher(text);
    return matcher.find()
        ? new Signature(matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }
}
