package dev.zerotomillions.shared.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;

/** The form that access tokens take: what the issuer writes and the verifier insists on. */
public final class AccessTokens {
  public static final String ISSUER = "https://zerotomillions.dev";
  public static final String AUDIENCE = "https://zerotomillions.dev/api";
  public static final String ROLE = "role";
  public static final String SESSION = "sid";
  public static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

  /** RFC 9068's type, so that no other kind of token is taken for an access token. */
  public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /** Short, because a token can't be taken back. */
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private AccessTokens() {}
}
