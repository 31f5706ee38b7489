package dev.zerotomillions.shared.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final TestTokens TOKENS = new TestTokens();

  private static TokenVerifier verifierAt(Instant now, String jwks) {
    return new TokenVerifier(() -> jwks, InstantSource.fixed(now));
  }

  private static final TokenVerifier VERIFIER = verifierAt(NOW, TOKENS.jwks());

  private static void assertRefused(String token) {
    assertThrows(InvalidToken.class, () -> VERIFIER.verify(token));
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return TOKENS.sign(header -> header, claims, "usr_1", Role.CUSTOMER, NOW);
  }

  @Test
  void validToken_namesItsUserRoleAndSession() {
    assertEquals(
        new Caller("usr_1", Role.CUSTOMER, TestTokens.SESSION),
        VERIFIER.verify(TOKENS.issue("usr_1", Role.CUSTOMER, NOW)));
    assertEquals(
        new Caller("usr_2", Role.ADMINISTRATOR, TestTokens.SESSION),
        VERIFIER.verify(TOKENS.issue("usr_2", Role.ADMINISTRATOR, NOW)));
  }

  @Test
  void tokenOfAnEarlierKey_isBelieved_whileThatKeyIsInTheSet() {
    var earlier = new TestTokens();
    var both = new JWKSet(List.of(TOKENS.key(), earlier.key())).toPublicJWKSet().toString();
    var verifier = verifierAt(NOW, both);

    assertEquals("usr_1", verifier.verify(earlier.issue("usr_1", Role.CUSTOMER, NOW)).id());
    assertEquals("usr_1", verifier.verify(TOKENS.issue("usr_1", Role.CUSTOMER, NOW)).id());
  }

  @Test
  void keysAreReadOnce_andNotBeforeTheFirstToken() {
    var reads = new AtomicInteger();
    var verifier =
        new TokenVerifier(
            () -> {
              reads.incrementAndGet();
              return TOKENS.jwks();
            },
            InstantSource.fixed(NOW));
    assertEquals(0, reads.get());

    verifier.verify(TOKENS.issue("usr_1", Role.CUSTOMER, NOW));
    verifier.verify(TOKENS.issue("usr_1", Role.CUSTOMER, NOW));

    assertEquals(1, reads.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "a.b.c", "...", "e30.e30.", "\u0000", "ey.ey.ey", "null.null.null"})
  void whatIsNoToken_isRefused(String token) {
    assertRefused(token);
  }

  @Test
  void tokenLongerThanAnyOfOurs_isRefused() {
    assertRefused("a".repeat(1_000_000));
  }

  @Test
  void deeplyNestedHeader_isRefused() {
    var header = "{\"alg\":" + "[".repeat(1000) + "]".repeat(1000) + "}";
    assertRefused(encoded(header) + ".e30.AAAA");
  }

  @Test
  void unsignedToken_isRefused() {
    var claims = TOKENS.issue("usr_1", Role.ADMINISTRATOR, NOW).split("\\.", -1)[1];
    assertRefused(encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + claims + ".");
  }

  @Test
  void hmacWithThePublicKeyAsSecret_isRefused() throws JOSEException {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokens.TYPE)
                .keyID(TOKENS.key().getKeyID())
                .build(),
            new JWTClaimsSet.Builder().subject("usr_1").build());
    jwt.sign(new MACSigner(TOKENS.jwks().getBytes(UTF_8)));
    assertRefused(jwt.serialize());
  }

  @Test
  void tokenOfAnotherKey_isRefused_evenUnderOurKeysName() {
    var forger = new TestTokens();
    assertRefused(forger.issue("usr_1", Role.ADMINISTRATOR, NOW));
    assertRefused(
        forger.sign(
            header -> header.keyID(TOKENS.key().getKeyID()),
            claims -> claims,
            "usr_1",
            Role.ADMINISTRATOR,
            NOW));
  }

  @Test
  void changedClaims_areRefused() {
    var parts = TOKENS.issue("usr_1", Role.CUSTOMER, NOW).split("\\.", -1);
    var payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    var promoted = payload.replace("customer", "administrator");
    assertRefused(parts[0] + "." + encoded(promoted) + "." + parts[2]);
  }

  @Test
  void allZeroSignature_isRefused() {
    var parts = TOKENS.issue("usr_1", Role.CUSTOMER, NOW).split("\\.", -1);
    var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    assertRefused(parts[0] + "." + parts[1] + "." + zeros);
  }

  @Test
  void tokenOfAnotherType_orWithoutKeyId_orWithUnknownCriticalHeader_isRefused() {
    assertRefused(signedWithHeader(header -> header.type(JOSEObjectType.JWT)));
    assertRefused(signedWithHeader(header -> header.type(null)));
    assertRefused(signedWithHeader(header -> header.keyID(null)));
    assertRefused(
        signedWithHeader(
            header -> header.customParam("exotic", true).criticalParams(Set.of("exotic"))));
  }

  private static String signedWithHeader(UnaryOperator<JWSHeader.Builder> header) {
    return TOKENS.sign(header, claims -> claims, "usr_1", Role.CUSTOMER, NOW);
  }

  @Test
  void tokenForSomeoneElse_isRefused() {
    assertRefused(signed(claims -> claims.issuer("https://elsewhere.example")));
    assertRefused(signed(claims -> claims.audience("https://elsewhere.example")));
    assertRefused(signed(claims -> claims.audience((String) null)));
  }

  @Test
  void tokenWithoutUserKnownRoleOrSession_isRefused() {
    assertRefused(signed(claims -> claims.claim(AccessTokens.SESSION, null)));
    assertRefused(signed(claims -> claims.claim(AccessTokens.SESSION, " ")));
    assertRefused(signed(claims -> claims.subject(null)));
    assertRefused(signed(claims -> claims.claim(AccessTokens.ROLE, null)));
    assertRefused(signed(claims -> claims.claim(AccessTokens.ROLE, "root")));
    assertRefused(signed(claims -> claims.claim(AccessTokens.ROLE, 7)));
  }

  @Test
  void expiredToken_isRefused_andAHalfMinuteOfSkewForgiven() {
    var token = TOKENS.issue("usr_1", Role.CUSTOMER, NOW);
    var end = NOW.plus(AccessTokens.LIFETIME);

    assertEquals("usr_1", verifierAt(end.plusSeconds(29), TOKENS.jwks()).verify(token).id());
    var late = verifierAt(end.plusSeconds(30), TOKENS.jwks());
    assertThrows(InvalidToken.class, () -> late.verify(token));
    assertRefused(signed(claims -> claims.expirationTime(null)));
  }

  @Test
  void tokenNotYetValid_isRefused() {
    assertRefused(signed(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(31)))));
    VERIFIER.verify(signed(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(30)))));
  }

  @Test
  void unreadableKeySet_isTheOperatorsFault_andSaysSo() {
    var token = TOKENS.issue("usr_1", Role.CUSTOMER, NOW);
    var verifier = verifierAt(NOW, "not json");
    assertThrows(InvalidKeySet.class, () -> verifier.verify(token));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
