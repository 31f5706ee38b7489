package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The operations that put and delete parameters. */
final class ParameterWrites {
  private static final Pattern NAME = Pattern.compile("/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final Set<String> TYPES = Set.of("String", "StringList", Parameter.SECURE);
  private static final int STANDARD_LENGTH = 4096;
  private static final int ADVANCED_LENGTH = 8192;
  private static final List<String> KEPT =
      List.of("Description", "KeyId", "AllowedPattern", "DataType");

  private final ParameterStore store;
  private final Vault vault;
  private final InstantSource clock;

  ParameterWrites(ParameterStore store, Vault vault, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  synchronized ObjectNode put(String region, ObjectNode input) throws AwsError {
    String name = name(input);
    Parameter known = store.latest(region, name);
    if (known != null && !input.path("Overwrite").asBoolean()) {
      throw new AwsError(
          400,
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
    }
    String type = input.path("Type").asText(known == null ? "" : known.type());
    if (!TYPES.contains(type)) {
      throw SsmParameters.invalid(
          type.isEmpty()
              ? "A parameter type is required when you create a parameter."
              : "The following parameter type is not supported: " + type);
    }
    String tier = input.path("Tier").asText("Standard");
    String value = value(input, tier);
    ObjectNode version = SsmParameters.JSON.createObjectNode();
    version.put("Type", type);
    version.put("Value", type.equals(Parameter.SECURE) ? vault.seal(name, value) : value);
    version.put("Version", known == null ? 1 : known.version() + 1);
    version.put("LastModifiedDate", clock.instant().toEpochMilli() / 1000.0);
    version.put("Tier", tier);
    for (String key : KEPT) {
      if (input.has(key)) {
        version.set(key, input.path(key));
      }
    }
    store.add(region, name, version);
    return SsmParameters.JSON
        .createObjectNode()
        .put("Version", version.path("Version").asLong())
        .put("Tier", tier);
  }

  ObjectNode delete(String region, ObjectNode input) throws AwsError {
    if (!store.remove(region, input.path("Name").asText())) {
      throw SsmParameters.notFound();
    }
    return SsmParameters.JSON.createObjectNode();
  }

  ObjectNode deleteAll(String region, ObjectNode input) {
    ObjectNode answer = SsmParameters.JSON.createObjectNode();
    ArrayNode deleted = answer.putArray("DeletedParameters");
    ArrayNode invalid = answer.putArray("InvalidParameters");
    for (JsonNode name : input.path("Names")) {
      (store.remove(region, name.asText()) ? deleted : invalid).add(name.asText());
    }
    return answer;
  }

  private static String name(ObjectNode input) throws AwsError {
    String name = input.path("Name").asText();
    if (name.length() > 1011 || !NAME.matcher(name).matches()) {
      throw SsmParameters.invalid(
          "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");
    }
    return name;
  }

  private static String value(ObjectNode input, String tier) throws AwsError {
    JsonNode value = input.path("Value");
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw SsmParameters.invalid("1 validation error detected: Value must not be empty");
    }
    String text = value.textValue();
    int longest = tier.equals("Standard") ? STANDARD_LENGTH : ADVANCED_LENGTH;
    if (text.length() > longest) {
      throw SsmParameters.invalid(
          "%s tier parameters support a maximum parameter value of %d characters."
              .formatted(tier, longest));
    }
    String allowed = input.path("AllowedPattern").asText("");
    if (!allowed.isEmpty() && !pattern(allowed).matcher(text).find()) {
      throw new AwsError(
          400,
          "ParameterPatternMismatchException",
          "Parameter value, cannot be validated against allowedPattern: " + allowed);
    }
    return text;
  }

  private static Pattern pattern(String allowed) throws AwsError {
    try {
      return Pattern.compile(allowed);
    } catch (PatternSyntaxException e) {
      throw new AwsError(400, "InvalidAllowedPatternException", "Not a pattern: " + allowed);
    }
  }
}
