package dev.zerotomillions.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Evaluates a value in a template of which some sections are given. */
final class Evaluation {
  private static final JsonMapper JSON = new JsonMapper();
  static final StackIdentity STACK = new StackIdentity("eu-west-1", "000000000000", "Shop");

  private Evaluation() {}

  /** Resolves a value where every resource is called {@code id-of-} and its logical id. */
  static JsonNode resolve(String sections, String value) throws TemplateError {
    return new Resolver(environment(sections, Map.of()), new Names())
        .resolve(json("{'it': " + value + "}").get("it"), Where.of("Shop", "Thing").in("Value"));
  }

  static JsonNode resolve(String value) throws TemplateError {
    return resolve("{}", value);
  }

  static Environment environment(String sections, Map<String, String> parameters)
      throws TemplateError {
    return new Environment(STACK, Template.parse("Shop", json(sections)), parameters);
  }

  static ObjectNode json(String text) {
    try {
      return JSON.readValue(text.replace('\'', '"'), ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Names implements Scope {
    @Override
    public JsonNode ref(String logicalId, Where where) {
      return JsonNodeFactory.instance.textNode("id-of-" + logicalId);
    }

    @Override
    public JsonNode attribute(String logicalId, String name, Where where) {
      return JsonNodeFactory.instance.textNode(name + "-of-" + logicalId);
    }

    @Override
    public JsonNode imported(String export, Where where) {
      return JsonNodeFactory.instance.textNode("import-of-" + export);
    }
  }
}
