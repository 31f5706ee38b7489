package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A resource's properties, read as CloudFormation reads them: a number may come as text. */
final class Properties {
  private final ResourceRequest request;
  private final String path;
  private final JsonNode node;

  private Properties(ResourceRequest request, String path, JsonNode node) {
    this.request = request;
    this.path = path;
    this.node = node;
  }

  static Properties of(ResourceRequest request) {
    return new Properties(request, "", request.properties());
  }

  /** The properties of a nested object; none at all if it isn't there. */
  Properties in(String name) {
    return new Properties(request, path + name + ".", node.path(name));
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws ResourceFailed {
    return optional(name)
        .orElseThrow(
            () ->
                new ResourceFailed(
                    "%s/%s (%s): property %s%s is missing"
                        .formatted(
                            request.stack(), request.logicalId(), request.type(), path, name)));
  }

  String text(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  Optional<String> optional(String name) {
    var value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  OptionalInt integer(String name) throws ResourceFailed {
    var value = optional(name);
    try {
      return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    } catch (NumberFormatException e) {
      throw invalid(name, "must be a whole number, but is " + value.get(), e);
    }
  }

  /** A whole number between two others. */
  int integer(String name, int otherwise, int least, int most) throws ResourceFailed {
    var value = integer(name).orElse(otherwise);
    if (value < least || value > most) {
      throw invalid(
          name,
          "must be between %d and %d, but is %d".formatted(least, most, value),
          new IllegalArgumentException(name));
    }
    return value;
  }

  Map<String, String> texts(String name) {
    var texts = new HashMap<String, String>();
    node.path(name)
        .properties()
        .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }

  /** Refuses everything in this object but the properties named. */
  void allow(String... names) throws UnsupportedProperty {
    var allowed = Set.of(names);
    for (var each : node.properties()) {
      if (!allowed.contains(each.getKey())) {
        throw refused(each.getKey(), "remove it, or deploy to AWS to try it");
      }
    }
  }

  UnsupportedProperty refused(String name, String why) {
    return new UnsupportedProperty(request, path + name, why);
  }

  private ResourceFailed invalid(String name, String why, RuntimeException cause) {
    return new ResourceFailed(
        "%s/%s (%s): property %s%s %s"
            .formatted(request.stack(), request.logicalId(), request.type(), path, name, why),
        cause);
  }
}
