package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An intrinsic function. */
@FunctionalInterface
interface Intrinsic {

  /** Its value, or a missing node for {@code AWS::NoValue}. */
  JsonNode apply(JsonNode argument, Resolver resolver, Where where) throws TemplateError;

  Map<String, Intrinsic> KNOWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Ref", References::ref),
              Map.entry("Fn::GetAtt", References::getAtt),
              Map.entry("Fn::ImportValue", References::importValue),
              Map.entry("Fn::FindInMap", References::findInMap),
              Map.entry("Fn::GetAZs", References::getAvailabilityZones),
              Map.entry("Fn::If", References::choose),
              Map.entry("Fn::Join", Texts::join),
              Map.entry("Fn::Sub", Texts::substitute),
              Map.entry("Fn::Split", Texts::split),
              Map.entry("Fn::Select", Texts::select),
              Map.entry("Fn::Base64", Texts::base64)));

  /**
   * The function that an object calls, if it is a call at all: an object with one key that is
   * {@code Ref} or starts with {@code Fn::}.
   */
  static Optional<Map.Entry<String, JsonNode>> call(JsonNode json, Where where)
      throws TemplateError {
    if (!json.isObject()) {
      return Optional.empty();
    }
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      String name = each.getKey();
      if (name.startsWith("Fn::") || (name.equals("Ref") && json.size() == 1)) {
        if (json.size() > 1) {
          throw where.error("%s stands beside other keys".formatted(name));
        }
        if (!KNOWN.containsKey(name)) {
          throw where.error(
              "%s is not supported by the local emulator, which knows %s"
                  .formatted(name, String.join(", ", KNOWN.keySet())));
        }
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
