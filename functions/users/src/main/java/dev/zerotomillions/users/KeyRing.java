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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The key that signs tokens, and those before it, whose tokens are still out there.
 *
 * <p>It is stored as the signing key's private JWK, with the rest in members of our own, which
 * readers of a JWK ignore.
 *
 * @param newest the private key that came with the latest rotation
 * @param generation grows by a rotation
 * @param activeFrom when the newest key begins to sign
 * @param previous private keys, latest first
 */
record KeyRing(ECKey newest, long generation, Instant activeFrom, List<ECKey> previous) {
  private static final String GENERATION = "generation";
  private static final String ACTIVE_FROM = "activeFrom";
  private static final String PREVIOUS = "previous";

  /** One that is retired by a rotation is long expired by the next but one. */
  private static final int KEPT = 2;

  /** By then every function has been given the new public key. */
  static final Duration PUBLISHED_AHEAD = Duration.ofMinutes(15);

  KeyRing {
    previous = List.copyOf(previous);
  }

  static KeyRing generate(long generation, Instant now) {
    return new KeyRing(newKey(), generation, now, List.of());
  }

  /** The ring with a new key, which is published at once and signs a little later. */
  KeyRing rotated(long nextGeneration, Instant now) {
    var retired = new ArrayList<ECKey>();
    retired.add(newest);
    retired.addAll(previous);
    return new KeyRing(
        newKey(),
        nextGeneration,
        now.plus(PUBLISHED_AHEAD),
        retired.subList(0, Math.min(KEPT, retired.size())));
  }

  /** The private key that signs at the time given. */
  ECKey signingAt(Instant now) {
    return now.isBefore(activeFrom) && !previous.isEmpty() ? previous.getFirst() : newest;
  }

  /** The JWK Set by which tokens are verified. */
  String publicKeys() {
    var keys = new ArrayList<JWK>();
    keys.add(newest.toPublicJWK());
    previous.forEach(key -> keys.add(key.toPublicJWK()));
    return new JWKSet(keys).toString();
  }

  String toJson() {
    Map<String, Object> json = newest.toJSONObject();
    json.put(GENERATION, generation);
    json.put(ACTIVE_FROM, activeFrom.getEpochSecond());
    json.put(PREVIOUS, previous.stream().map(ECKey::toJSONObject).toList());
    return JSONObjectUtils.toJSONString(json);
  }

  /** Reads what {@link #toJson} wrote; a bare private JWK will do too. */
  static KeyRing parse(String json) {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(json);
      var previous = new ArrayList<ECKey>();
      if (members.containsKey(PREVIOUS)) {
        for (var key : JSONObjectUtils.getJSONObjectArray(members, PREVIOUS)) {
          previous.add(ECKey.parse(key));
        }
      }
      return new KeyRing(
          ECKey.parse(members),
          number(members, GENERATION, 1),
          Instant.ofEpochSecond(number(members, ACTIVE_FROM, 0)),
          previous);
    } catch (ParseException e) {
      throw new UnreadableKeyRing(e);
    }
  }

  private static long number(Map<String, Object> members, String name, long otherwise)
      throws ParseException {
    return members.containsKey(name) ? JSONObjectUtils.getLong(members, name) : otherwise;
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
