package dev.zerotomillions.local.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourceTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:keys";

  private final CustomResourceResponses responses =
      new CustomResourceResponses(URI.create("http://localhost:4566"));
  private final List<JsonNode> events = new ArrayList<>();
  private String answer = "";
  private final CustomResourceType type =
      new CustomResourceType("Custom::*", new Provisioner(), responses);

  @Test
  void create_sendsCloudFormationsEvent_andTakesTheAnswer() throws ResourceFailed {
    answer = "{'Status': 'SUCCESS', 'PhysicalResourceId': 'keys-1', 'Data': {'Jwks': '{}'}}";
    Provisioned made = type.create(request("{'Generation': 1, 'Deep': [true, {'n': 2}]}"));
    assertEquals("keys-1", made.physicalId());
    assertEquals(Map.of("Jwks", new TextNode("{}")), made.attributes());
    JsonNode event = events.getFirst();
    assertEquals("Create", event.path("RequestType").asText());
    assertEquals("Custom::Keys", event.path("ResourceType").asText());
    assertEquals("It", event.path("LogicalResourceId").asText());
    assertTrue(event.path("StackId").asText().contains(":stack/Shop/"));
    assertTrue(event.path("RequestId").asText().length() > 30);
    assertFalse(event.has("PhysicalResourceId"));
    assertEquals(
        json(
            "{'Generation': '1', 'Deep': ['true', {'n': '2'}], 'ServiceToken': '%s'}"
                .formatted(FUNCTION)),
        event.path("ResourceProperties"));
  }

  @Test
  void update_tellsTheOldProperties_andAnotherPhysicalIdIsPassedOn() throws ResourceFailed {
    answer = "{'Status': 'SUCCESS', 'PhysicalResourceId': 'keys-2'}";
    Provisioned made =
        type.update(
            request("{'Generation': 2}"),
            new Provisioned("keys-1", Map.of()),
            json("{'Generation': 1}"));
    assertEquals("keys-2", made.physicalId());
    assertEquals("keys-1", events.getFirst().path("PhysicalResourceId").asText());
    assertEquals("1", events.getFirst().path("OldResourceProperties").path("Generation").asText());
  }

  @Test
  void delete_tellsThePhysicalId() throws ResourceFailed {
    answer = "{'Status': 'SUCCESS', 'PhysicalResourceId': 'keys-1'}";
    type.delete(request("{}"), new Provisioned("keys-1", Map.of()));
    assertEquals("Delete", events.getFirst().path("RequestType").asText());
    assertEquals("keys-1", events.getFirst().path("PhysicalResourceId").asText());
  }

  @Test
  void failure_carriesTheFunctionsReason() {
    answer = "{'Status': 'FAILED', 'Reason': 'no entropy'}";
    assertFails("no entropy", "{}");
    answer = "{'Status': 'SUCCESS'}";
    assertFails("no PhysicalResourceId", "{}");
    answer = "{'Status': 'PERHAPS'}";
    assertFails("Status 'PERHAPS'", "{}");
    answer = "not JSON";
    assertFails("no JSON", "{}");
  }

  @Test
  void functionThatNeverAnswers_isGivenUpAfterItsTimeout() {
    assertFails("did not answer the Create within 0 s", "{'ServiceTimeout': '0'}");
  }

  @Test
  void functionThatCannotRun_isNamed() {
    answer = "throws";
    assertFails("function %s failed: boom".formatted(FUNCTION), "{}");
    assertFails("ServiceToken", "{'ServiceToken': 'arn:aws:sns:us-east-1:1:topic'}");
  }

  @Test
  void answerThatNobodyAwaits_isRefused() {
    assertFalse(responses.accept("made-up", new byte[0]));
  }

  private void assertFails(String part, String properties) {
    String message =
        String.valueOf(
            assertThrows(ResourceFailed.class, () -> type.create(request(properties)))
                .getMessage());
    assertTrue(message.contains(part), message);
  }

  private static ResourceRequest request(String properties) {
    ObjectNode all = json(properties);
    if (!all.has("ServiceToken")) {
      all.put("ServiceToken", FUNCTION);
    }
    return new ResourceRequest("us-east-1", "000000000000", "Shop", "It", "Custom::Keys", all);
  }

  private static ObjectNode json(String text) {
    try {
      return JSON.readValue(text.replace('\'', '"'), ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A function that puts the test's answer to the response URL before it returns. */
  private final class Provisioner implements Functions {

    @Override
    public Invocation invoke(String function, byte[] payload, Duration patience) {
      try {
        JsonNode event = JSON.readTree(payload);
        events.add(event);
        String url = event.path("ResponseURL").asText();
        byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (answer.equals("throws")) {
          return new Invocation.Failed("id", "Unhandled", "boom".getBytes(StandardCharsets.UTF_8));
        }
        if (!answer.isEmpty()) {
          assertTrue(responses.accept(url.substring(url.lastIndexOf('/') + 1), body));
        }
        return new Invocation.Returned("id", new byte[0]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Invocation invokeLater(String function, byte[] payload) {
      throw new UnsupportedOperationException("a custom resource is waited for");
    }
  }
}
