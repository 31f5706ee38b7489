package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A resource as its template declares it, with intrinsic functions unresolved.
 *
 * @param condition the name of the condition under which it exists
 * @param deletion what happens when it leaves the template
 * @param replacement what happens to the old one when another replaces it
 */
public record ResourceDeclaration(
    String logicalId,
    String type,
    ObjectNode properties,
    Set<String> dependsOn,
    Optional<String> condition,
    Retention deletion,
    Retention replacement) {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "DependsOn",
          "Condition",
          "Metadata",
          "DeletionPolicy",
          "UpdateReplacePolicy");

  static ResourceDeclaration parse(String stack, String logicalId, JsonNode json)
      throws TemplateError {
    Where where = Where.of(stack, logicalId);
    for (String attribute : Sections.names(json)) {
      if (!ATTRIBUTES.contains(attribute)) {
        throw where
            .in(attribute)
            .error("the local emulator does not honour this attribute of a resource; leave it out");
      }
    }
    if (!json.path("Type").isTextual()) {
      throw where.error("the resource has no Type");
    }
    return new ResourceDeclaration(
        logicalId,
        json.path("Type").asText(),
        Sections.object(json, "Properties", where),
        dependsOn(json.path("DependsOn")),
        Sections.text(json, "Condition"),
        Retention.parse(json.path("DeletionPolicy").asText(), where.in("DeletionPolicy")),
        Retention.parse(
            json.path("UpdateReplacePolicy").asText(), where.in("UpdateReplacePolicy")));
  }

  private static Set<String> dependsOn(JsonNode json) {
    Set<String> ids = new LinkedHashSet<>();
    if (json.isTextual()) {
      ids.add(json.asText());
    }
    json.forEach(each -> ids.add(each.asText()));
    return ids;
  }
}
