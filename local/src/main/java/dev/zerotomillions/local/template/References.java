package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** The intrinsic functions that look something up. */
final class References {
  private References() {}

  static JsonNode ref(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    return byId(Texts.text(argument, "Ref", where), resolver, where);
  }

  static JsonNode getAtt(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    List<String> target = attributeTarget(argument, where);
    return resolver.scope().attribute(target.get(0), target.get(1), where);
  }

  /**
   * What {@code Fn::Sub} means by a variable: a {@code Ref}, or with a dot a {@code Fn::GetAtt}.
   */
  static JsonNode named(String variable, Resolver resolver, Where where) throws TemplateError {
    int dot = variable.indexOf('.');
    return dot < 0
        ? byId(variable, resolver, where)
        : resolver
            .scope()
            .attribute(variable.substring(0, dot), variable.substring(dot + 1), where);
  }

  /** Logical id and attribute of {@code Fn::GetAtt}, in either of its forms. */
  static List<String> attributeTarget(JsonNode argument, Where where) throws TemplateError {
    if (argument.isArray() && argument.size() == 2) {
      return List.of(argument.get(0).asText(), argument.get(1).asText());
    }
    String text = argument.asText();
    int dot = text.indexOf('.');
    if (dot < 1) {
      throw where.error("Fn::GetAtt wants a resource and an attribute, not %s".formatted(argument));
    }
    return List.of(text.substring(0, dot), text.substring(dot + 1));
  }

  static JsonNode importValue(JsonNode argument, Resolver resolver, Where where)
      throws TemplateError {
    String name = Texts.text(resolver.resolve(argument, where), "Fn::ImportValue", where);
    return resolver.scope().imported(name, where);
  }

  static JsonNode findInMap(JsonNode argument, Resolver resolver, Where where)
      throws TemplateError {
    Texts.requireArguments(argument, 3, "Fn::FindInMap", where);
    JsonNode found = resolver.environment().template().mappings();
    for (JsonNode each : argument) {
      String key = Texts.text(resolver.resolve(each, where), "Fn::FindInMap", where);
      found = found.get(key);
      if (found == null) {
        throw where.error("Fn::FindInMap finds no %s in %s".formatted(key, argument));
      }
    }
    return found;
  }

  static JsonNode getAvailabilityZones(JsonNode argument, Resolver resolver, Where where)
      throws TemplateError {
    String asked = Texts.text(resolver.resolve(argument, where), "Fn::GetAZs", where);
    String region = asked.isEmpty() ? resolver.environment().stack().region() : asked;
    ArrayNode zones = JsonNodeFactory.instance.arrayNode();
    return zones.add(region + "a").add(region + "b").add(region + "c");
  }

  static JsonNode choose(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    return resolver.resolve(chosen(argument, resolver.environment(), where), where);
  }

  /** The branch of {@code Fn::If} that its condition selects. */
  static JsonNode chosen(JsonNode argument, Environment environment, Where where)
      throws TemplateError {
    Texts.requireArguments(argument, 3, "Fn::If", where);
    return argument.get(environment.holds(argument.get(0).asText(), where) ? 1 : 2);
  }

  private static JsonNode byId(String id, Resolver resolver, Where where) throws TemplateError {
    Optional<JsonNode> constant = resolver.environment().constant(id);
    return constant.isPresent() ? constant.get() : resolver.scope().ref(id, where);
  }
}
