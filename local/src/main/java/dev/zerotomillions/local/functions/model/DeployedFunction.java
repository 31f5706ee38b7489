package dev.zerotomillions.local.functions.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A function with its versions and aliases. It never changes: the registry swaps it for another.
 *
 * @param properties what it was last deployed from
 * @param versions by number
 * @param statements the resource policy's statements, by id
 * @param asynchronous how events are retried, by qualifier
 */
public record DeployedFunction(
    FunctionVersion latest,
    OptionalInt reserved,
    ObjectNode properties,
    Map<String, FunctionVersion> versions,
    Map<String, Alias> aliases,
    Map<String, JsonNode> statements,
    Map<String, RetryRules> asynchronous) {
  public DeployedFunction {
    versions = Map.copyOf(versions);
    aliases = Map.copyOf(aliases);
    statements = Map.copyOf(statements);
    asynchronous = Map.copyOf(asynchronous);
  }

  public static DeployedFunction of(
      FunctionVersion latest, OptionalInt reserved, ObjectNode properties) {
    return new DeployedFunction(
        latest, reserved, properties, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** The version that serves a call with this qualifier. */
  public Optional<FunctionVersion> resolve(String qualifier) {
    if (qualifier.equals(FunctionVersion.LATEST)) {
      return Optional.of(latest);
    }
    var alias = aliases.get(qualifier);
    return Optional.ofNullable(versions.get(alias == null ? qualifier : alias.choose()));
  }

  /** How many environments of a version the aliases ask to be kept ready. */
  public int provisioned(FunctionVersion version) {
    return aliases.values().stream()
        .filter(each -> each.version().equals(version.version()))
        .mapToInt(Alias::provisioned)
        .sum();
  }

  /** How events are retried that were sent with this qualifier. */
  public RetryRules retryRules(String qualifier) {
    return asynchronous.getOrDefault(qualifier, RetryRules.DEFAULT);
  }

  public DeployedFunction with(
      FunctionVersion newLatest, OptionalInt newReserved, ObjectNode newProperties) {
    return new DeployedFunction(
        newLatest, newReserved, newProperties, versions, aliases, statements, asynchronous);
  }

  public DeployedFunction withVersions(Consumer<Map<String, FunctionVersion>> change) {
    return new DeployedFunction(
        latest, reserved, properties, changed(versions, change), aliases, statements, asynchronous);
  }

  public DeployedFunction withAliases(Consumer<Map<String, Alias>> change) {
    return new DeployedFunction(
        latest, reserved, properties, versions, changed(aliases, change), statements, asynchronous);
  }

  public DeployedFunction withStatements(Consumer<Map<String, JsonNode>> change) {
    return new DeployedFunction(
        latest, reserved, properties, versions, aliases, changed(statements, change), asynchronous);
  }

  public DeployedFunction withRetryRules(Consumer<Map<String, RetryRules>> change) {
    return new DeployedFunction(
        latest, reserved, properties, versions, aliases, statements, changed(asynchronous, change));
  }

  private static <T> Map<String, T> changed(Map<String, T> map, Consumer<Map<String, T>> change) {
    var copy = new HashMap<>(map);
    change.accept(copy);
    return copy;
  }
}
