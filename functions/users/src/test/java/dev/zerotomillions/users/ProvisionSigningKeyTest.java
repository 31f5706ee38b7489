package dev.zerotomillions.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvisionSigningKeyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final InMemoryParameters parameters = new InMemoryParameters();
  private final Secrets secrets = new Secrets(parameters, InstantSource.fixed(NOW));
  private final List<Map<?, ?>> answers = new ArrayList<>();
  private final ProvisionSigningKey function = new ProvisionSigningKey(secrets, this::keep);

  private void keep(URI url, byte[] answer) {
    assertEquals(URI.create("https://answers.example/42?signature=x"), url);
    answers.add((Map<?, ?>) Json.read(answer));
  }

  private static Map<String, Object> event(String type, Object generation) {
    var event = new HashMap<String, Object>();
    event.put("RequestType", type);
    event.put("ResponseURL", "https://answers.example/42?signature=x");
    event.put("StackId", "arn:stack");
    event.put("RequestId", "request");
    event.put("LogicalResourceId", "SigningKey");
    event.put(
        "ResourceProperties",
        Map.of(
            "ServiceToken",
            "arn:function",
            "SigningKeyParameter",
            "/shop/signing-key",
            "RandomSecrets",
            List.of("/shop/cursor-key", "/shop/payment-key"),
            "Generation",
            generation));
    return event;
  }

  private Map<?, ?> send(Map<String, Object> event) throws IOException {
    function.handleRequest(
        new ByteArrayInputStream(Json.write(event)),
        new ByteArrayOutputStream(),
        new InvocationContext("request-1"));
    return answers.getLast();
  }

  private static JWKSet keysIn(Map<?, ?> answer) throws ParseException {
    assertEquals("SUCCESS", answer.get("Status"), () -> String.valueOf(answer));
    var data = assertInstanceOf(Map.class, answer.get("Data"));
    return JWKSet.parse(String.valueOf(data.get("Jwks")));
  }

  @Test
  void create_makesEverySecret_andAnswersThePublicHalfAlone()
      throws IOException, ParseException, JOSEException {
    var answer = send(event("Create", "1"));

    var keys = keysIn(answer).getKeys();
    assertEquals(1, keys.size());
    assertFalse(keys.getFirst().isPrivate());
    assertEquals(keys.getFirst().computeThumbprint().toString(), keys.getFirst().getKeyID());
    assertEquals(List.of("arn:stack", "request", "SigningKey"), echoed(answer));
    assertEquals("/shop/signing-key", answer.get("PhysicalResourceId"));
    assertEquals(
        keys.getFirst().getKeyID(),
        KeyRing.parse(parameters.get("/shop/signing-key")).newest().getKeyID());
    for (var random : List.of("/shop/cursor-key", "/shop/payment-key")) {
      assertEquals(32, Base64.getDecoder().decode(parameters.get(random)).length);
    }
    assertNotEquals(parameters.get("/shop/cursor-key"), parameters.get("/shop/payment-key"));
  }

  private static List<Object> echoed(Map<?, ?> answer) {
    return List.of(answer.get("StackId"), answer.get("RequestId"), answer.get("LogicalResourceId"));
  }

  @Test
  void create_again_orHalfDone_keepsWhatIsThere() throws IOException, ParseException {
    parameters.putIfAbsent("/shop/cursor-key", "kept");
    var first = keysIn(send(event("Create", "1")));
    var second = keysIn(send(event("Create", "1")));

    assertEquals(first, second);
    assertEquals("kept", parameters.get("/shop/cursor-key"));
  }

  @Test
  void update_toAHigherGeneration_addsAKey_andKeepsThePreviousOne()
      throws IOException, ParseException {
    var before = keysIn(send(event("Create", "1"))).getKeys();
    var after = keysIn(send(event("Update", "2"))).getKeys();

    assertEquals(2, after.size());
    assertNotEquals(before.getFirst(), after.getFirst());
    assertEquals(before.getFirst(), after.get(1));
  }

  @Test
  void newKey_isPublishedBeforeItSigns() throws IOException, ParseException {
    var before = keysIn(send(event("Create", "1"))).getKeys().getFirst();
    var after = keysIn(send(event("Update", "2"))).getKeys().getFirst();
    var ring = KeyRing.parse(parameters.get("/shop/signing-key"));

    var active = NOW.plus(KeyRing.PUBLISHED_AHEAD);
    assertEquals(before, ring.signingAt(active.minusSeconds(1)).toPublicJWK());
    assertEquals(after, ring.signingAt(active).toPublicJWK());
  }

  @Test
  void update_again_orToALowerGeneration_changesNothing() throws IOException, ParseException {
    send(event("Create", "1"));
    var rotated = keysIn(send(event("Update", "2")));

    assertEquals(rotated, keysIn(send(event("Update", "2"))));
    assertEquals(rotated, keysIn(send(event("Update", "1"))));
  }

  @Test
  void update_withMoreRandomSecrets_makesThese_andKeepsTheOthers() throws IOException {
    send(event("Create", "1"));
    var kept = parameters.get("/shop/payment-key");
    var update = event("Update", "1");
    update.put(
        "ResourceProperties",
        Map.of(
            "SigningKeyParameter",
            "/shop/signing-key",
            "RandomSecrets",
            List.of("/shop/payment-key", "/shop/webhook-secret"),
            "Generation",
            "1"));

    assertEquals("SUCCESS", send(update).get("Status"));
    assertEquals(kept, parameters.get("/shop/payment-key"));
    assertTrue(parameters.find("/shop/webhook-secret").isPresent());
  }

  @Test
  void templateOfOldWithoutRandomSecrets_isStillServed() throws IOException {
    var old = event("Create", "1");
    old.put(
        "ResourceProperties", Map.of("SigningKeyParameter", "/shop/signing-key", "Generation", 1));

    assertEquals("SUCCESS", send(old).get("Status"));
  }

  @Test
  void manyRotations_keepTheTwoLatestOfThePreviousKeys() throws IOException, ParseException {
    send(event("Create", "1"));
    for (long generation = 2; generation < 6; generation++) {
      send(event("Update", generation));
    }
    assertEquals(3, keysIn(answers.getLast()).size());
    assertTrue(String.valueOf(answers.getLast()).length() < 4096, "CloudFormation's limit");
  }

  @Test
  void sampleEvents_areAnswered() throws IOException {
    for (var event :
        List.of(
            "ProvisionSigningKey.json",
            "ProvisionSigningKey-rotate.json",
            "ProvisionSigningKey-delete.json")) {
      var json =
          Files.readString(Path.of("..", "..", "events", "users", event))
              .replace("${RESPONSE_URL}", "https://answers.example/42?signature=x");
      function.handleRequest(
          new ByteArrayInputStream(json.getBytes(UTF_8)),
          new ByteArrayOutputStream(),
          new InvocationContext("request-1"));
      assertEquals("SUCCESS", answers.getLast().get("Status"), event);
    }
  }

  @Test
  void delete_keepsTheKeys_evenOfAResourceThatNeverStood() throws IOException {
    send(event("Create", "1"));
    var kept = List.of(parameters.get("/shop/signing-key"), parameters.get("/shop/cursor-key"));
    var delete = event("Delete", "1");
    delete.put("PhysicalResourceId", "/shop/signing-key");

    assertEquals("SUCCESS", send(delete).get("Status"));
    assertEquals("/shop/signing-key", answers.getLast().get("PhysicalResourceId"));
    assertEquals(
        kept, List.of(parameters.get("/shop/signing-key"), parameters.get("/shop/cursor-key")));

    delete.remove("ResourceProperties");
    delete.remove("PhysicalResourceId");
    assertEquals("SUCCESS", send(delete).get("Status"));
  }

  @Test
  void everyError_isAnsweredAsFailed_withItsReason() throws IOException {
    assertFailed("whole number", send(event("Create", "one")));
    assertFailed("RequestType", send(event("Upsert", "1")));
    var incomplete = event("Create", "1");
    incomplete.put("ResourceProperties", Map.of("Generation", "1"));
    assertFailed("SigningKeyParameter", send(incomplete));
    incomplete.put(
        "ResourceProperties",
        Map.of("SigningKeyParameter", "/a", "Generation", "1", "RandomSecrets", "/b"));
    assertFailed("a list of texts as RandomSecrets", send(incomplete));
    parameters.overwrite("/shop/signing-key", "not a key");
    assertFailed("delete the parameter", send(event("Create", "1")));
  }

  private static void assertFailed(String reason, Map<?, ?> answer) {
    assertEquals("FAILED", answer.get("Status"));
    assertTrue(String.valueOf(answer.get("Reason")).contains(reason), () -> answer.toString());
  }

  @Test
  void answerThatDoesNotArrive_failsTheInvocation_soThatLambdaRepeatsIt() {
    var offline =
        new ProvisionSigningKey(
            secrets,
            (url, answer) -> {
              throw new IOException("offline");
            });
    var in = new ByteArrayInputStream(Json.write(event("Create", "1")));

    assertThrows(
        IOException.class,
        () ->
            offline.handleRequest(
                in, new ByteArrayOutputStream(), new InvocationContext("request-1")));
  }

  @Test
  void somethingThatIsNoEvent_isRefused() {
    var in = new ByteArrayInputStream("[]".getBytes(UTF_8));
    assertThrows(
        CustomResourceEvent.Incomplete.class,
        () ->
            function.handleRequest(
                in, new ByteArrayOutputStream(), new InvocationContext("request-1")));
  }
}
