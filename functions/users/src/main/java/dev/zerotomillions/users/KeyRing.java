package dev.zerotomillions.users;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The key that signs tokens now, and the public halves of those before it, whose tokens are still
 * out there.
 *
 * <p>It is stored as the signing key's private JWK, with the rest in members of our own, which
 * readers of a JWK ignore.
 *
 * @param generation grows by a rotation
 * @param previous public keys, latest first
 */
record KeyRing(ECKey signing, long generation, List<JWK> previous) {
  private static final String GENERATION = "generation";
  private static final String PREVIOUS = "previous";

  /** One that is retired by a rotation is long expired by the next but one. */
  private static final int KEPT = 2;

  KeyRing {
    previous = List.copyOf(previous);
  }

  static KeyRing generate(long generation) {
    return new KeyRing(newKey(), generation, List.of());
  }

  KeyRing rotated(long nextGeneration) {
    var retired = new ArrayList<JWK>();
    retired.add(signing.toPublicJWK());
    retired.addAll(previous);
    return new KeyRing(
        newKey(), nextGeneration, retired.subList(0, Math.min(KEPT, retired.size())));
  }

  /** The JWK Set by which tokens are verified. */
  String publicKeys() {
    var keys = new ArrayList<JWK>();
    keys.add(signing.toPublicJWK());
    keys.addAll(previous);
    return new JWKSet(keys).toString();
  }

  String toJson() {
    Map<String, Object> json = signing.toJSONObject();
    json.put(GENERATION, generation);
    json.put(PREVIOUS, previous.stream().map(JWK::toJSONObject).toList());
    return JSONObjectUtils.toJSONString(json);
  }

  /** Reads what {@link #toJson} wrote; a bare private JWK will do too. */
  static KeyRing parse(String json) {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(json);
      var previous = new ArrayList<JWK>();
      if (members.containsKey(PREVIOUS)) {
        for (var key : JSONObjectUtils.getJSONObjectArray(members, PREVIOUS)) {
          previous.add(JWK.parse(key));
        }
      }
      long generation =
          members.containsKey(GENERATION) ? JSONObjectUtils.getLong(members, GENERATION) : 1;
      return new KeyRing(ECKey.parse(members), generation, previous);
    } catch (ParseException e) {
      throw new UnreadableKeyRing(e);
    }
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .algorithm(JWSAlgorithm.ES256)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java runtime generates P-256 keys", e);
    }
  }

  /** The parameter holds something that {@code ProvisionSigningKey} never wrote. */
  static final class UnreadableKeyRing extends RuntimeException {
    UnreadableKeyRing(Throwable cause) {
      super(
          "The signing key's parameter holds no private JWK of ours; delete the parameter and"
              + " deploy again to have a new key generated.",
          cause);
    }
  }
}
