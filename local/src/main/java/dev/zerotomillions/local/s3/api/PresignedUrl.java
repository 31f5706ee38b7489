package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.signing.Digests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Checks the signature that a URL bears, and that its time has not run out, as S3 does. */
final class PresignedUrl {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

  private final Function<String, SessionCredentials> credentials;
  private final InstantSource clock;

  /**
   * Makes a checker.
   *
   * @param credentials the secret and the session token that belong to an access key
   */
  PresignedUrl(Function<String, SessionCredentials> credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  static boolean isPresigned(S3Request request) {
    return request.asksFor("X-Amz-Signature") || request.asksFor("X-Amz-Algorithm");
  }

  void check(S3Request request) throws S3Error {
    if (!parameter(request, "X-Amz-Algorithm").equals("AWS4-HMAC-SHA256")) {
      throw malformed("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    }
    List<String> scope = Arrays.asList(parameter(request, "X-Amz-Credential").split("/", -1));
    if (scope.size() != 5 || !scope.get(3).equals("s3") || !scope.get(4).equals("aws4_request")) {
      throw malformed("Error parsing the X-Amz-Credential parameter");
    }
    checkTime(request);
    SessionCredentials signer = credentials.apply(scope.getFirst());
    String token = request.parameter("X-Amz-Security-Token").orElse("");
    if (!signer.sessionToken().equals(token)) {
      throw new S3Error(
          400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }
    Set<String> signed = Set.of(parameter(request, "X-Amz-SignedHeaders").split(";", -1));
    for (String header : request.headers().keySet()) {
      if (header.startsWith("x-amz-") && !signed.contains(header)) {
        throw S3Error.accessDenied(
                "There were headers present in the request which were not signed")
            .with("HeadersNotSigned", header);
      }
    }
    CanonicalRequest canonical = CanonicalRequest.of(request, signed);
    String expected =
        canonical.signature(signer.secretAccessKey(), scope, parameter(request, "X-Amz-Date"));
    if (!Digests.equal(expected, parameter(request, "X-Amz-Signature"))) {
      throw wrongSignature(scope.getFirst()).with("CanonicalRequest", canonical.text());
    }
  }

  static S3Error wrongSignature(String accessKey) {
    return new S3Error(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check"
                + " your key and signing method. (The local emulator takes a secret to be the same"
                + " as its access key, unless a function signed.)")
        .with("AWSAccessKeyId", accessKey);
  }

  private void checkTime(S3Request request) throws S3Error {
    Instant date;
    long seconds;
    try {
      date = Instant.from(TIME.parse(parameter(request, "X-Amz-Date")));
      seconds = Long.parseLong(parameter(request, "X-Amz-Expires"));
    } catch (DateTimeParseException e) {
      throw malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    } catch (NumberFormatException e) {
      throw malformed("X-Amz-Expires should be a number");
    }
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw malformed("X-Amz-Expires must be between 0 and a week (604800 seconds)");
    }
    Instant now = clock.instant();
    if (now.plus(SKEW).isBefore(date)) {
      throw S3Error.accessDenied("Request is not valid yet").with("ServerTime", now.toString());
    }
    Instant expires = date.plusSeconds(seconds);
    if (expires.isBefore(now)) {
      throw S3Error.accessDenied("Request has expired")
          .with("X-Amz-Expires", Long.toString(seconds))
          .with("Expires", expires.toString())
          .with("ServerTime", now.toString());
    }
  }

  private static String parameter(S3Request request, String name) throws S3Error {
    return request
        .parameter(name)
        .orElseThrow(
            () ->
                malformed(
                    "Query-string authentication version 4 requires the X-Amz-Algorithm,"
                        + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders,"
                        + " and X-Amz-Expires parameters."));
  }

  private static S3Error malformed(String message) {
    return new S3Error(400, "AuthorizationQueryParametersError", message);
  }
}
