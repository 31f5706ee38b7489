package dev.zerotomillions.shared.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public keys whose signatures are believed, by key id. */
final class VerificationKeys {
  private final Map<String, ECDSAVerifier> byId;

  private VerificationKeys(Map<String, ECDSAVerifier> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** Reads a JWK Set; keys of other kinds than EC P-256 are of no use here and left out. */
  static VerificationKeys parse(String jwks) {
    try {
      var byId = new HashMap<String, ECDSAVerifier>();
      for (var key : JWKSet.parse(jwks).getKeys()) {
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null) {
          byId.put(ec.getKeyID(), new ECDSAVerifier(ec.toPublicJWK()));
        }
      }
      return new VerificationKeys(byId);
    } catch (ParseException | JOSEException e) {
      throw new InvalidKeySet(e);
    }
  }

  Optional<ECDSAVerifier> find(String keyId) {
    return Optional.ofNullable(byId.get(keyId));
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
