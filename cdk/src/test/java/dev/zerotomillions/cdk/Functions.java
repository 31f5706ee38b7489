package dev.zerotomillions.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The functions of a template's stack {@code Shop}: what they know, and what they may do. */
record Functions(Synthesis synthesis) {

  Synthesis.Resource named(String name) {
    return synthesis
        .resources("Shop", "AWS::Lambda::Function")
        .filter(function -> variable(function, "SHOP_FUNCTION").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no function " + name));
  }

  JsonNode variable(String function, String variable) {
    return variable(named(function), variable);
  }

  private static JsonNode variable(Synthesis.Resource function, String variable) {
    return function.properties().at("/Environment/Variables").path(variable);
  }

  /** Returns each resource that a function may use, in one line, with what it may do to it. */
  Map<String, Set<String>> rights(String function) {
    String role = named(function).properties().at("/Role/Fn::GetAtt/0").asText();
    Map<String, Set<String>> rights = new TreeMap<>();
    statements(role)
        .forEach(
            statement ->
                values(statement.get("Resource"))
                    .forEach(
                        resource ->
                            values(statement.get("Action"))
                                .forEach(
                                    action ->
                                        rights
                                            .computeIfAbsent(flat(resource), key -> new TreeSet<>())
                                            .add(action.asText()))));
    return rights;
  }

  /** Returns what of a service of AWS a function may use, with what it may do to it. */
  Map<String, Set<String>> rights(String function, String service) {
    Map<String, Set<String>> rights = rights(function);
    rights
        .values()
        .removeIf(actions -> actions.stream().noneMatch(each -> each.startsWith(service)));
    return rights;
  }

  Stream<JsonNode> statements(String role) {
    return synthesis
        .resources("Shop", "AWS::IAM::Role")
        .filter(resource -> resource.id().equals(role))
        .flatMap(resource -> values(resource.properties().path("Policies")))
        .flatMap(policy -> values(policy.at("/PolicyDocument/Statement")));
  }

  private static Stream<JsonNode> values(JsonNode oneOrMore) {
    return oneOrMore.isArray()
        ? StreamSupport.stream(oneOrMore.spliterator(), false)
        : Stream.of(oneOrMore);
  }

  /**
   * Returns a value as text, with {@code <LogicalId>} for what is known at the deployment alone.
   */
  static String flat(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    if (value.has("Ref")) {
      return "<" + value.get("Ref").asText() + ">";
    }
    if (value.has("Fn::GetAtt")) {
      return "<" + value.at("/Fn::GetAtt/0").asText() + ">";
    }
    if (value.has("Fn::ImportValue")) {
      return "<" + value.get("Fn::ImportValue").asText().replaceAll(":.*", "") + ">";
    }
    StringBuilder flat = new StringBuilder();
    value.at("/Fn::Join/1").forEach(part -> flat.append(flat(part)));
    return flat.toString();
  }
}
