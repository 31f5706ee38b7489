package dev.zerotomillions.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A statement of an identity's policy. */
record Statement(boolean allows, Patterns actions, Patterns resources, List<Condition> conditions) {

  static Statement of(JsonNode node) throws MalformedPolicy {
    String effect = node.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new MalformedPolicy("a statement's Effect is Allow or Deny: " + node);
    }
    if (node.has("Principal") || node.has("NotPrincipal")) {
      throw new MalformedPolicy("an identity's policy names no Principal: " + node);
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.path("Condition").properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        conditions.add(
            Condition.of(operator.getKey(), key.getKey(), Patterns.texts(key.getValue())));
      }
    }
    return new Statement(
        effect.equals("Allow"),
        Patterns.of(node, "Action"),
        Patterns.of(node, "Resource"),
        List.copyOf(conditions));
  }

  boolean matches(AccessRequest request) {
    return actions.matchAction(request.action())
        && resources.matchResource(request)
        && conditions.stream().allMatch(each -> each.holds(request));
  }
}
