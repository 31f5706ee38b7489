package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.template.Dependencies;
import dev.zerotomillions.local.template.Environment;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.ResourceDeclaration;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Checks what the values of a template refer to, and gathers it. */
final class ReferenceCheck {
  private final Environment environment;
  private final Map<String, ResourceDeclaration> resources;
  private final Predicate<String> importable;
  private final Resolver resolver;
  private final Problems problems;
  private final Set<String> imports = new LinkedHashSet<>();

  /**
   * @param resources those whose condition holds
   * @param importable whether a stack before this one exports a name
   * @param known what is known before the deployment
   */
  ReferenceCheck(
      Environment environment,
      Map<String, ResourceDeclaration> resources,
      Predicate<String> importable,
      Values known,
      Problems problems) {
    this.environment = environment;
    this.resources = resources;
    this.importable = importable;
    this.resolver = new Resolver(environment, known);
    this.problems = problems;
  }

  /** The logical ids that a value refers to, every mistake in it noted. */
  Set<String> check(JsonNode value, Where where) {
    Set<String> ids = new LinkedHashSet<>();
    boolean sound =
        problems.passes(
            () -> {
              Dependencies dependencies = Dependencies.of(value, environment, where);
              dependencies.resources().forEach(this::checkResource);
              dependencies.imports().forEach(this::checkImport);
              ids.addAll(dependencies.resources().keySet());
            });
    if (sound) {
      problems.passes(() -> checkCalls(value, where));
    }
    return ids;
  }

  /** The exports that all values checked so far import. */
  Set<String> imports() {
    return imports;
  }

  private void checkResource(String id, Where where) {
    if (!resources.containsKey(id)) {
      String why =
          environment.template().resources().containsKey(id)
              ? "refers to %s, whose condition does not hold"
              : "refers to %s, which is neither a resource nor a parameter of this template";
      problems.add(String.valueOf(where.error(why.formatted(id)).getMessage()));
    }
  }

  private void checkImport(String export, Where where) {
    imports.add(export);
    if (!importable.test(export)) {
      String why = "imports %s, which no stack before this one exports".formatted(export);
      problems.add(String.valueOf(where.error(why).getMessage()));
    }
  }

  /** Finds mistakes in calls of intrinsic functions as far as their arguments are known. */
  private void checkCalls(JsonNode value, Where where) throws TemplateError {
    if (resolver.resolveIfKnown(value, where).isPresent()) {
      return;
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      checkCalls(each.getValue(), where.in(each.getKey()));
    }
  }
}
