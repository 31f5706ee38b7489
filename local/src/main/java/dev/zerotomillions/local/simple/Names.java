package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Physical names and ARNs as CloudFormation gives them, but the same each time for one resource.
 */
final class Names {
  private Names() {}

  /** The name that the template gives, or one made of stack and logical id. */
  static String of(ResourceRequest request, String property) {
    JsonNode given = request.properties().path(property);
    return given.isTextual()
        ? given.asText()
        : "%s-%s-%s"
            .formatted(
                cut(request.stack()), cut(request.logicalId()), unique(request).substring(0, 12));
  }

  /** An id of 32 upper-case letters and digits. */
  static String unique(ResourceRequest request) {
    String whole =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .toUpperCase(Locale.ROOT);
  }

  /** An ARN in the request's region and account. */
  static JsonNode arn(ResourceRequest request, String service, String resource) {
    return JsonNodeFactory.instance.textNode(
        "arn:aws:%s:%s:%s:%s".formatted(service, request.region(), request.account(), resource));
  }

  private static String cut(String part) {
    return part.substring(0, Math.min(24, part.length()));
  }
}
