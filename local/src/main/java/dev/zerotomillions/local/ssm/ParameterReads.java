package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operations that read parameters. */
final class ParameterReads {
  private static final int PATH_PAGE = 10;
  private static final int PAGE = 50;

  private final ParameterStore store;
  private final Vault vault;

  ParameterReads(ParameterStore store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  ObjectNode one(String region, ObjectNode input) throws AwsError {
    String name = input.path("Name").asText();
    Parameter found = find(region, name);
    if (found == null) {
      throw name.matches(".+:\\d+") && store.latest(region, bare(name)) != null
          ? new AwsError(400, "ParameterVersionNotFound", "Parameter version not found: " + name)
          : SsmParameters.notFound();
    }
    ObjectNode answer = SsmParameters.JSON.createObjectNode();
    answer.set("Parameter", content(found, input));
    return answer;
  }

  ObjectNode several(String region, ObjectNode input) {
    ObjectNode answer = SsmParameters.JSON.createObjectNode();
    ArrayNode parameters = answer.putArray("Parameters");
    ArrayNode invalid = answer.putArray("InvalidParameters");
    for (JsonNode name : input.path("Names")) {
      Parameter found = find(region, name.asText());
      if (found == null) {
        invalid.add(name.asText());
      } else {
        parameters.add(content(found, input));
      }
    }
    return answer;
  }

  ObjectNode byPath(String region, ObjectNode input) throws AwsError {
    String path = input.path("Path").asText();
    if (!path.startsWith("/")) {
      throw SsmParameters.invalid("The parameter doesn't meet the parameter name requirements.");
    }
    if (input.path("ParameterFilters").size() > 0) {
      throw new AwsError(400, "InvalidFilterKey", "Filters are not supported locally");
    }
    String prefix = path.endsWith("/") ? path : path + "/";
    boolean recursive = input.path("Recursive").asBoolean();
    Predicate<Parameter> below =
        parameter ->
            parameter.name().startsWith(prefix)
                && (recursive || parameter.name().indexOf('/', prefix.length()) < 0);
    List<Parameter> found = store.all(region).stream().filter(below).toList();
    return page(found, input, PATH_PAGE, parameter -> content(parameter, input));
  }

  ObjectNode history(String region, ObjectNode input) throws AwsError {
    List<Parameter> versions = store.versions(region, input.path("Name").asText());
    if (versions.isEmpty()) {
      throw SsmParameters.notFound();
    }
    return page(
        versions, input, PAGE, version -> version.metadata().put("Value", value(version, input)));
  }

  ObjectNode describe(String region, ObjectNode input) throws AwsError {
    Predicate<Parameter> wanted = parameter -> true;
    for (JsonNode filter : input.path("ParameterFilters")) {
      wanted = wanted.and(filter(filter));
    }
    List<Parameter> found = store.all(region).stream().filter(wanted).toList();
    return page(found, input, PAGE, Parameter::metadata);
  }

  private static Predicate<Parameter> filter(JsonNode filter) throws AwsError {
    String key = filter.path("Key").asText();
    String option = filter.path("Option").asText("Equals");
    if (!List.of("Name", "Type").contains(key)
        || !List.of("Equals", "BeginsWith").contains(option)) {
      throw new AwsError(
          400, "InvalidFilterKey", "Supported locally: Name and Type, Equals and BeginsWith");
    }
    return parameter -> {
      String actual = key.equals("Name") ? parameter.name() : parameter.type();
      boolean matches = false;
      for (JsonNode value : filter.path("Values")) {
        matches |=
            option.equals("Equals")
                ? actual.equals(value.asText())
                : actual.startsWith(value.asText());
      }
      return matches;
    };
  }

  /** A page of a list; the token is the place where the next one begins. */
  private static ObjectNode page(
      List<Parameter> all, ObjectNode input, int size, Function<Parameter, ObjectNode> form)
      throws AwsError {
    String token = input.path("NextToken").asText("0");
    if (!token.matches("\\d{1,9}")) {
      throw new AwsError(400, "InvalidNextToken", "The specified token isn't valid.");
    }
    int from = Math.min(Integer.parseInt(token), all.size());
    int wanted = Math.clamp(input.path("MaxResults").asInt(size), 1, size);
    int to = Math.min(from + wanted, all.size());
    ObjectNode answer = SsmParameters.JSON.createObjectNode();
    ArrayNode parameters = answer.putArray("Parameters");
    all.subList(from, to).forEach(parameter -> parameters.add(form.apply(parameter)));
    if (to < all.size()) {
      answer.put("NextToken", Integer.toString(to));
    }
    return answer;
  }

  /** The parameter of a name, an ARN, or either with a version behind a colon. */
  private @Nullable Parameter find(String region, String selector) {
    String name = bare(selector);
    if (!selector.matches(".*[^:]:\\d+")) {
      return store.latest(region, name);
    }
    String version = selector.substring(selector.lastIndexOf(':') + 1);
    return store.versions(region, name).stream()
        .filter(parameter -> version.equals(Long.toString(parameter.version())))
        .findFirst()
        .orElse(null);
  }

  private static String bare(String selector) {
    String name = selector.replaceFirst("^arn:aws:ssm:[^:]*:[^:]*:parameter/", "/");
    return name.replaceFirst(":\\d+$", "");
  }

  private ObjectNode content(Parameter parameter, ObjectNode input) {
    return parameter.content(value(parameter, input));
  }

  private String value(Parameter parameter, ObjectNode input) {
    boolean open = parameter.isSecure() && input.path("WithDecryption").asBoolean();
    return open ? vault.open(parameter.name(), parameter.storedValue()) : parameter.storedValue();
  }
}
