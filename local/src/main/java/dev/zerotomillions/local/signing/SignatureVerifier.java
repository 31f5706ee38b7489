package dev.zerotomillions.local.signing;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.web.WebRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Checks that requests were signed by those whom the emulator issued credentials to. */
public final class SignatureVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Credentials credentials;
  private final InstantSource clock;

  public SignatureVerifier(Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * Finds out who signed a request.
   *
   * @param region the region that it must have been signed for
   * @param service the service that it must have been signed for
   * @throws AwsError with AWS's own words if it isn't signed, or not rightly
   */
  public Principal verify(WebRequest request, String region, String service) throws AwsError {
    String header = request.headers().first("Authorization");
    if (header == null || header.isBlank()) {
      throw new AwsError(
          403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    AuthorizationHeader authorization = AuthorizationHeader.parse(header);
    String time = request.headers().first("X-Amz-Date", "");
    checkScope(authorization, region, service, time);
    checkTime(time);
    SessionCredentials issued =
        credentials
            .find(authorization.accessKeyId())
            .filter(
                each ->
                    Digests.equal(
                        each.sessionToken(), request.headers().first("X-Amz-Security-Token", "")))
            .orElseThrow(SignatureVerifier::unrecognized);
    checkSignature(request, authorization, time, issued);
    return credentials
        .principal(authorization.accessKeyId())
        .orElseThrow(SignatureVerifier::unrecognized);
  }

  private static void checkScope(
      AuthorizationHeader authorization, String region, String service, String time)
      throws AwsError {
    if (!authorization.service().equals(service)) {
      throw invalid("Credential should be scoped to correct service: '%s'.".formatted(service));
    }
    if (!authorization.region().equals(region)) {
      throw invalid(
          "Credential should be scoped to a valid region, not '%s'."
              .formatted(authorization.region()));
    }
    if (!authorization.signedHeaders().contains("host")) {
      throw invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    }
    if (!time.startsWith(authorization.day() + "T")) {
      throw invalid(
          "Date in Credential scope does not match the date of the request: '%s' != '%s'."
              .formatted(authorization.day(), time));
    }
  }

  private void checkTime(String time) throws AwsError {
    Instant signed;
    try {
      signed = Instant.from(TIME.parse(time));
    } catch (DateTimeParseException e) {
      throw invalid("Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(time));
    }
    Instant now = clock.instant();
    if (signed.isBefore(now.minus(SKEW))) {
      throw invalid(
          "Signature expired: %s is now earlier than %s (%s - 5 min.)"
              .formatted(time, TIME.format(now.minus(SKEW)), TIME.format(now)));
    }
    if (signed.isAfter(now.plus(SKEW))) {
      throw invalid(
          "Signature not yet current: %s is still later than %s (%s + 5 min.)"
              .formatted(time, TIME.format(now.plus(SKEW)), TIME.format(now)));
    }
  }

  private static void checkSignature(
      WebRequest request, AuthorizationHeader authorization, String time, SessionCredentials issued)
      throws AwsError {
    String canonical =
        CanonicalRequest.of(request, authorization.signedHeaders(), Digests.sha256(request.body()));
    String toSign =
        String.join(
            "\n",
            AuthorizationHeader.ALGORITHM,
            time,
            authorization.scope(),
            Digests.sha256(canonical));
    String right = Digests.signature(issued.secretAccessKey(), authorization.scope(), toSign);
    if (!Digests.equal(right, authorization.signature())) {
      throw invalid(
          """
          The request signature we calculated does not match the signature you provided. Check \
          your AWS Secret Access Key and signing method. Consult the service documentation for \
          details.

          The Canonical String for this request should have been
          '%s'

          The String-to-Sign should have been
          '%s'
          """
              .formatted(canonical, toSign));
    }
  }

  private static AwsError unrecognized() {
    return new AwsError(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  private static AwsError invalid(String message) {
    return new AwsError(403, "InvalidSignatureException", message);
  }
}
