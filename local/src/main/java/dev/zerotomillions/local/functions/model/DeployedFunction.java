package dev.zerotomillions.local.functions.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A function with its versions and aliases. It never changes: the registry swaps it for another.
 *
 * @param versions by number
 * @param statements the resource policy's statements, by id
 * @param asynchronous how events are retried, by qualifier
 */
public record DeployedFunction(
    FunctionVersion latest,
    OptionalInt reserved,
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

  public static DeployedFunction of(FunctionVersion latest, OptionalInt reserved) {
    return new DeployedFunction(latest, reserved, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** The version that serves a call with this qualifier. */
  public Optional<FunctionVersion> resolve(String qualifier) {
    if (qualifier.equals(FunctionVersion.LATEST)) {
      return Optional.of(latest);
    }
    var alias = aliases.get(qualifier);
    return Optional.ofNullable(versions.get(alias == null ? qualifier : alias.choose()));
  }

  public DeployedFunction with(FunctionVersion newLatest, OptionalInt newReserved) {
    return new DeployedFunction(
        newLatest, newReserved, versions, aliases, statements, asynchronous);
  }

  public DeployedFunction withVersions(Consumer<Map<String, FunctionVersion>> change) {
    return new DeployedFunction(
        latest, reserved, changed(versions, change), aliases, statements, asynchronous);
  }

  public DeployedFunction withAliases(Consumer<Map<String, Alias>> change) {
    return new DeployedFunction(
        latest, reserved, versions, changed(aliases, change), statements, asynchronous);
  }

  public DeployedFunction withStatements(Consumer<Map<String, JsonNode>> change) {
    return new DeployedFunction(
        latest, reserved, versions, aliases, changed(statements, change), asynchronous);
  }

  public DeployedFunction withRetryRules(Consumer<Map<String, RetryRules>> change) {
    return new DeployedFunction(
        latest, reserved, versions, aliases, statements, changed(asynchronous, change));
  }

  private static <T> Map<String, T> changed(Map<String, T> map, Consumer<Map<String, T>> change) {
    var copy = new HashMap<>(map);
    change.accept(copy);
    return copy;
  }
}
