package dev.zerotomillions.shared.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** A token issuer for tests, with a key of its own. */
public final class TestTokens {
  /** The session that the tokens name; no table knows it. */
  public static final String SESSION = "ses_test";

  private final ECKey key;

  public TestTokens() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public ECKey key() {
    return key;
  }

  /** The public key as the environment variable {@code JWKS} holds it. */
  public String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** A valid token as of {@code now}. */
  public String issue(String userId, Role role, Instant now) {
    return sign(header -> header, claims -> claims, userId, role, now);
  }

  /** A token that differs from a valid one in its header or claims, signed all the same. */
  public String sign(
      UnaryOperator<JWSHeader.Builder> header,
      UnaryOperator<JWTClaimsSet.Builder> claims,
      String userId,
      Role role,
      Instant now) {
    var jwt =
        new SignedJWT(
            header
                .apply(
                    new JWSHeader.Builder(AccessTokens.ALGORITHM)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID()))
                .build(),
            claims
                .apply(
                    new JWTClaimsSet.Builder()
                        .issuer(AccessTokens.ISSUER)
                        .audience(AccessTokens.AUDIENCE)
                        .subject(userId)
                        .claim(AccessTokens.ROLE, role.label())
                        .claim(AccessTokens.SESSION, SESSION)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(AccessTokens.LIFETIME))))
                .build());
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }
}
