package dev.zerotomillions.local.gateway.common;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads resource properties, and refuses what is missing or not honoured. */
public final class Properties {
  private Properties() {}

  public static String required(ResourceRequest request, String name) throws ResourceFailed {
    JsonNode value = request.properties().path(name);
    if (!value.isValueNode() || value.asText().isEmpty()) {
      throw new ResourceFailed(
          "%s/%s (%s): property %s is required"
              .formatted(request.stack(), request.logicalId(), request.type(), name));
    }
    return value.asText();
  }

  /** Refuses a property unless it is absent or has the one value that is honoured. */
  public static void only(ResourceRequest request, String name, String honoured)
      throws UnsupportedProperty {
    JsonNode value = request.properties().path(name);
    if (!value.isMissingNode() && !value.asText().equals(honoured)) {
      throw new UnsupportedProperty(
          request, name, "\"" + value.asText() + "\"; write \"" + honoured + "\"");
    }
  }

  /** Whether a route wants its callers authorized by IAM; other authorizers are refused. */
  public static boolean iamAuthorization(ResourceRequest request) throws UnsupportedProperty {
    String type = request.properties().path("AuthorizationType").asText("NONE");
    if (!type.equals("NONE") && !type.equals("AWS_IAM")) {
      throw new UnsupportedProperty(
          request, "AuthorizationType", "\"" + type + "\"; write \"NONE\" or \"AWS_IAM\"");
    }
    return type.equals("AWS_IAM");
  }

  /** Refuses every key of an object that is not among those honoured. */
  public static void onlyKeys(
      ResourceRequest request, String path, JsonNode object, Set<String> honoured)
      throws UnsupportedProperty {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!honoured.contains(entry.getKey())) {
        throw new UnsupportedProperty(
            request,
            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
            "supported there: " + String.join(", ", honoured.stream().sorted().toList()));
      }
    }
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return List.copyOf(texts);
  }

  public static Map<String, String> textMap(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      texts.put(entry.getKey(), entry.getValue().asText());
    }
    return Map.copyOf(texts);
  }

  /** The throttle in a stage's settings, or null where there is none. */
  public static TokenBucket.@Nullable Limit limit(JsonNode settings) {
    JsonNode rate = settings.path("ThrottlingRateLimit");
    JsonNode burst = settings.path("ThrottlingBurstLimit");
    if (rate.isMissingNode() && burst.isMissingNode()) {
      return null;
    }
    return new TokenBucket.Limit(
        rate.asDouble(Limits.ACCOUNT_RATE), burst.asInt(Limits.ACCOUNT_BURST));
  }
}
