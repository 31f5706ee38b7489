package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import dev.zerotomillions.local.template.StackIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request to the function behind a custom resource, and its answer. */
final class CustomResourceCall {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

  private final Functions functions;
  private final CustomResourceResponses responses;
  private final ResourceRequest request;

  CustomResourceCall(
      Functions functions, CustomResourceResponses responses, ResourceRequest request) {
    this.functions = functions;
    this.responses = responses;
    this.request = request;
  }

  /** Gives the function's answer, which tells success. */
  JsonNode send(String requestType, @Nullable String physicalId, @Nullable ObjectNode before)
      throws ResourceFailed {
    String function = request.properties().path("ServiceToken").asText();
    if (!function.startsWith("arn:aws:lambda:")) {
      throw new UnsupportedProperty(
          request,
          "ServiceToken",
          "it must be the ARN of a function, not '%s'".formatted(function));
    }
    CustomResourceResponses.Expected expected = responses.expect();
    ObjectNode event = event(requestType, physicalId, before);
    event.put("ResponseURL", expected.url().toString());
    Duration timeout = timeout();
    try {
      Invocation invocation =
          functions.invoke(function, event.toString().getBytes(StandardCharsets.UTF_8), timeout);
      requireReturned(invocation, function);
      return successful(expected.response().get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new ResourceFailed(
          "function %s did not answer the %s within %d s"
              .formatted(function, requestType, timeout.toSeconds()),
          e);
    } catch (ExecutionException e) {
      throw new ResourceFailed("the function's answer is no JSON", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceFailed("interrupted while waiting for function " + function, e);
    } finally {
      responses.forget(expected);
    }
  }

  private ObjectNode event(
      String requestType, @Nullable String physicalId, @Nullable ObjectNode before) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("RequestType", requestType);
    event.put(
        "StackId", new StackIdentity(request.region(), request.account(), request.stack()).id());
    event.put("RequestId", UUID.randomUUID().toString());
    event.put("ResourceType", request.type());
    event.put("LogicalResourceId", request.logicalId());
    event.put("ServiceToken", request.properties().path("ServiceToken").asText());
    if (physicalId != null) {
      event.put("PhysicalResourceId", physicalId);
    }
    event.set("ResourceProperties", asTexts(request.properties()));
    if (before != null) {
      event.set("OldResourceProperties", asTexts(before));
    }
    return event;
  }

  /** CloudFormation hands every number and boolean over as text. */
  private static JsonNode asTexts(JsonNode value) {
    if (value.isObject()) {
      ObjectNode texts = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        texts.set(each.getKey(), asTexts(each.getValue()));
      }
      return texts;
    }
    if (value.isArray()) {
      ArrayNode texts = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> texts.add(asTexts(each)));
      return texts;
    }
    return JsonNodeFactory.instance.textNode(value.asText());
  }

  /** {@code ServiceTimeout} is in seconds. */
  private Duration timeout() {
    JsonNode seconds = request.properties().path("ServiceTimeout");
    return seconds.isMissingNode() ? DEFAULT_TIMEOUT : Duration.ofSeconds(seconds.asLong());
  }

  private static void requireReturned(Invocation invocation, String function)
      throws ResourceFailed {
    if (invocation instanceof Invocation.Failed failed) {
      throw new ResourceFailed(
          "function %s failed: %s"
              .formatted(function, new String(failed.payload(), StandardCharsets.UTF_8)));
    }
    if (!(invocation instanceof Invocation.Returned)) {
      throw new ResourceFailed("function %s could not be run: %s".formatted(function, invocation));
    }
  }

  private JsonNode successful(JsonNode answer) throws ResourceFailed {
    String status = answer.path("Status").asText();
    return switch (status) {
      case "SUCCESS" -> {
        String about = answer.path("LogicalResourceId").asText(request.logicalId());
        if (!about.equals(request.logicalId())) {
          throw new ResourceFailed("the function answered for another resource, " + about);
        }
        yield answer;
      }
      case "FAILED" ->
          throw new ResourceFailed(
              "the function reported a failure: "
                  + answer.path("Reason").asText("it gave no reason"));
      default ->
          throw new ResourceFailed(
              "the function's answer has the Status '%s'; it must be SUCCESS or FAILED"
                  .formatted(status));
    };
  }
}
