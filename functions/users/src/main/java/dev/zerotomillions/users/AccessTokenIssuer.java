package dev.zerotomillions.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.auth.AccessTokens;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.data.Parameters;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs access tokens with the key that the deployment keeps secret. */
@Singleton
class AccessTokenIssuer {
  private final Parameters parameters;
  private final Settings settings;
  private final InstantSource clock;
  private @Nullable KeyRing ring;

  AccessTokenIssuer(Parameters parameters, Settings settings, InstantSource clock) {
    this.parameters = parameters;
    this.settings = settings;
    this.clock = clock;
  }

  /** Both tokens of a session, whose access token is issued now. */
  Session session(RefreshToken token, Role role) {
    return new Session(
        issue(token.userId(), role, token.sessionId()),
        token.text(),
        AccessTokens.LIFETIME.toSeconds());
  }

  private String issue(String userId, Role role, String sessionId) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(AccessTokens.ISSUER)
            .audience(AccessTokens.AUDIENCE)
            .subject(userId)
            .claim(AccessTokens.ROLE, role.label())
            .claim(AccessTokens.SESSION, sessionId)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(AccessTokens.LIFETIME)))
            .build();
    var signing = ring().signingAt(now);
    var header =
        new JWSHeader.Builder(AccessTokens.ALGORITHM)
            .type(AccessTokens.TYPE)
            .keyID(signing.getKeyID())
            .build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new ECDSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key can't sign", e);
    }
    return jwt.serialize();
  }

  /** Read at the first login alone; a rotation reaches the environments that start after it. */
  private synchronized KeyRing ring() {
    var known = ring;
    if (known == null) {
      known = KeyRing.parse(parameters.get(settings.required("SIGNING_KEY_PARAMETER")));
      ring = known;
    }
    return known;
  }
}
