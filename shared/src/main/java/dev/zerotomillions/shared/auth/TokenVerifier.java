package dev.zerotomillions.shared.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens by the public keys in the environment, without a call.
 *
 * <p>The algorithm is ours and never the token's, so a token that names {@code none} or an HMAC is
 * refused before any key is looked at.
 */
public final class TokenVerifier {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_TOKEN = 4096;

  private final Supplier<String> jwks;
  private final InstantSource clock;
  private @Nullable VerificationKeys keys;

  /**
   * @param jwks gives the JWK Set's JSON; asked once, when the first token is verified
   */
  public TokenVerifier(Supplier<String> jwks, InstantSource clock) {
    this.jwks = jwks;
    this.clock = clock;
  }

  /** The caller whom the token was issued to. */
  public Caller verify(String token) {
    if (token.length() > LONGEST_TOKEN) {
      throw InvalidToken.because("The token is too long.");
    }
    try {
      var jwt = SignedJWT.parse(token);
      verifySignature(jwt);
      return caller(jwt.getJWTClaimsSet());
    } catch (ParseException e) {
      throw InvalidToken.because("The token is malformed.");
    }
  }

  /** Whether there is any key to verify tokens by. */
  public boolean hasKeys() {
    return !keys().isEmpty();
  }

  private void verifySignature(SignedJWT jwt) {
    var header = jwt.getHeader();
    if (!AccessTokens.ALGORITHM.equals(header.getAlgorithm())
        || !AccessTokens.TYPE.equals(header.getType())) {
      throw InvalidToken.because("The token is not an access token.");
    }
    var keyId = header.getKeyID();
    if (keyId == null) {
      throw InvalidToken.because("The token names no key.");
    }
    var verifier =
        keys().find(keyId).orElseThrow(() -> InvalidToken.because("The token's key is unknown."));
    try {
      if (!jwt.verify(verifier)) {
        throw InvalidToken.because("The token's signature is wrong.");
      }
    } catch (JOSEException e) {
      throw InvalidToken.because("The token's signature can't be verified.");
    }
  }

  private Caller caller(JWTClaimsSet claims) throws ParseException {
    if (!AccessTokens.ISSUER.equals(claims.getIssuer())
        || !claims.getAudience().contains(AccessTokens.AUDIENCE)) {
      throw InvalidToken.because("The token was not issued for this API.");
    }
    requireValidNow(claims.getExpirationTime(), claims.getNotBeforeTime());
    var subject = claims.getSubject();
    var role = Role.labelled(String.valueOf(claims.getStringClaim(AccessTokens.ROLE)));
    var session = claims.getStringClaim(AccessTokens.SESSION);
    if (subject == null
        || subject.isBlank()
        || session == null
        || session.isBlank()
        || role.isEmpty()) {
      throw InvalidToken.because("The token names no user, no role or no session.");
    }
    return new Caller(subject, role.get(), session);
  }

  private void requireValidNow(@Nullable Date expires, @Nullable Date notBefore) {
    Instant now = clock.instant();
    if (expires == null || !now.minus(SKEW).isBefore(expires.toInstant())) {
      throw InvalidToken.because("The token has expired.");
    }
    if (notBefore != null && now.plus(SKEW).isBefore(notBefore.toInstant())) {
      throw InvalidToken.because("The token is not valid yet.");
    }
  }

  private synchronized VerificationKeys keys() {
    var known = keys;
    if (known == null) {
      known = VerificationKeys.parse(jwks.get());
      keys = known;
    }
    return known;
  }
}
