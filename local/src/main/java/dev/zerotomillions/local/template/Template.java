package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A CloudFormation template.
 *
 * <p>{@code Rules} are ignored: CDK writes one that checks the bootstrap version of an account, and
 * there is no account here.
 */
public record Template(
    String stack,
    ObjectNode parameters,
    ObjectNode mappings,
    ObjectNode conditions,
    Map<String, ResourceDeclaration> resources,
    Map<String, OutputDeclaration> outputs) {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Rules",
          "Resources",
          "Outputs");

  public static Template parse(String stack, ObjectNode json) throws TemplateError {
    for (String section : Sections.names(json)) {
      if (!SECTIONS.contains(section)) {
        throw Where.of(stack, section)
            .error("the local emulator does not honour this section of a template");
      }
    }
    Where where = Where.of(stack, "template");
    Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each :
        Sections.object(json, "Resources", where).properties()) {
      resources.put(
          each.getKey(), ResourceDeclaration.parse(stack, each.getKey(), each.getValue()));
    }
    Map<String, OutputDeclaration> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : Sections.object(json, "Outputs", where).properties()) {
      outputs.put(each.getKey(), OutputDeclaration.parse(stack, each.getKey(), each.getValue()));
    }
    return new Template(
        stack,
        Sections.object(json, "Parameters", where),
        Sections.object(json, "Mappings", where),
        Sections.object(json, "Conditions", where),
        resources,
        outputs);
  }
}
