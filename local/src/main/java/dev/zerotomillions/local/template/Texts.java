package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The intrinsic functions on texts and lists. */
final class Texts {
  private Texts() {}

  static JsonNode join(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    requireArguments(argument, 2, "Fn::Join", where);
    List<String> texts = new ArrayList<>();
    JsonNode list = resolver.resolve(argument.get(1), where);
    if (!list.isArray()) {
      throw where.error("Fn::Join wants a list to join");
    }
    for (JsonNode each : list) {
      texts.add(text(each, "Fn::Join", where));
    }
    String delimiter = text(resolver.resolve(argument.get(0), where), "Fn::Join", where);
    return JsonNodeFactory.instance.textNode(String.join(delimiter, texts));
  }

  static JsonNode substitute(JsonNode argument, Resolver resolver, Where where)
      throws TemplateError {
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    JsonNode variables = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
    if (!text.isTextual()) {
      throw where.error("Fn::Sub wants a text");
    }
    StringBuilder result = new StringBuilder();
    for (Substitution.Part part : Substitution.parse(text.asText()).parts()) {
      if (!part.variable()) {
        result.append(part.text());
      } else if (variables.has(part.text())) {
        result.append(text(resolver.resolve(variables.get(part.text()), where), "Fn::Sub", where));
      } else {
        result.append(text(References.named(part.text(), resolver, where), "Fn::Sub", where));
      }
    }
    return JsonNodeFactory.instance.textNode(result.toString());
  }

  static JsonNode split(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    requireArguments(argument, 2, "Fn::Split", where);
    String delimiter = text(resolver.resolve(argument.get(0), where), "Fn::Split", where);
    String text = text(resolver.resolve(argument.get(1), where), "Fn::Split", where);
    if (delimiter.isEmpty()) {
      throw where.error("Fn::Split wants a delimiter");
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (String part : text.split(Pattern.quote(delimiter), -1)) {
      parts.add(part);
    }
    return parts;
  }

  static JsonNode select(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    requireArguments(argument, 2, "Fn::Select", where);
    JsonNode index = resolver.resolve(argument.get(0), where);
    JsonNode list = resolver.resolve(argument.get(1), where);
    if (!list.isArray()) {
      throw where.error("Fn::Select wants a list to select from");
    }
    if (!index.asText().matches("\\d{1,9}") || Integer.parseInt(index.asText()) >= list.size()) {
      throw where.error(
          "Fn::Select asks for element %s of a list of %d".formatted(index, list.size()));
    }
    return list.get(Integer.parseInt(index.asText()));
  }

  static JsonNode base64(JsonNode argument, Resolver resolver, Where where) throws TemplateError {
    String text = text(resolver.resolve(argument, where), "Fn::Base64", where);
    return JsonNodeFactory.instance.textNode(
        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String text(JsonNode value, String function, Where where) throws TemplateError {
    if (!value.isValueNode() || value.isNull()) {
      throw where.error("%s wants a text, but got %s".formatted(function, value));
    }
    return value.asText();
  }

  static void requireArguments(JsonNode argument, int count, String function, Where where)
      throws TemplateError {
    if (!argument.isArray() || argument.size() != count) {
      throw where.error("%s takes a list of %d arguments".formatted(function, count));
    }
  }
}
