package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a template's parameters. */
final class Parameters {
  private static final String SSM = "AWS::SSM::Parameter::Value<String>";

  /**
   * What bootstrapping an account leaves in Systems Manager; here there is nothing to bootstrap.
   */
  private static final Map<String, String> SSM_VALUES =
      Map.of("/cdk-bootstrap/hnb659fds/version", "30");

  private Parameters() {}

  static Map<String, JsonNode> values(Template template, Map<String, String> given)
      throws TemplateError {
    Map<String, JsonNode> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : template.parameters().properties()) {
      Where where = Where.of(template.stack(), "Parameters").in(each.getKey());
      values.put(each.getKey(), value(each.getValue(), given.get(each.getKey()), where));
    }
    return values;
  }

  private static JsonNode value(JsonNode declaration, @Nullable String given, Where where)
      throws TemplateError {
    if (given == null && !declaration.has("Default")) {
      throw where.error("the parameter has neither a value nor a default");
    }
    String text = given == null ? declaration.get("Default").asText() : given;
    JsonNode allowed = declaration.path("AllowedValues");
    if (!allowed.isMissingNode() && !contains(allowed, text)) {
      throw where.error("'%s' is none of the allowed values %s".formatted(text, allowed));
    }
    String type = declaration.path("Type").asText();
    return switch (type) {
      case "String", "Number" -> JsonNodeFactory.instance.textNode(text);
      case "CommaDelimitedList", "List<String>", "List<Number>" -> list(text);
      case SSM -> JsonNodeFactory.instance.textNode(ssmValue(text, where));
      default ->
          throw where.error("parameters of type %s are not supported locally".formatted(type));
    };
  }

  private static boolean contains(JsonNode list, String text) {
    for (JsonNode each : list) {
      if (each.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String each : text.split(",", -1)) {
      list.add(each.strip());
    }
    return list;
  }

  private static String ssmValue(String name, Where where) throws TemplateError {
    String value = SSM_VALUES.get(name);
    if (value == null) {
      throw where.error(
          "%s can't be looked up in Systems Manager at deployment; known locally: %s"
              .formatted(name, SSM_VALUES.keySet()));
    }
    return value;
  }
}
