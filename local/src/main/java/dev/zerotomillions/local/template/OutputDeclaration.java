package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An output as its template declares it.
 *
 * @param export the name under which other stacks import it, unresolved
 */
public record OutputDeclaration(
    String name, JsonNode value, Optional<JsonNode> export, Optional<String> condition) {

  static OutputDeclaration parse(String stack, String name, JsonNode json) throws TemplateError {
    if (!json.has("Value")) {
      throw Where.of(stack, "Outputs").in(name).error("the output has no Value");
    }
    return new OutputDeclaration(
        name,
        json.get("Value"),
        Optional.ofNullable(json.path("Export").get("Name")),
        Sections.text(json, "Condition"));
  }
}
