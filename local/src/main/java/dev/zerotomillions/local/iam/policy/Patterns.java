package dev.zerotomillions.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The actions or resources that a statement speaks of.
 *
 * @param negated whether it speaks of all others, as {@code NotAction} and {@code NotResource} do
 */
record Patterns(boolean negated, List<String> globs) {

  /** Reads {@code name} or its negation from a statement, which must have exactly one of them. */
  static Patterns of(JsonNode statement, String name) throws MalformedPolicy {
    boolean negated = statement.has("Not" + name);
    if (negated == statement.has(name)) {
      throw new MalformedPolicy(
          "a statement needs either %s or Not%s: %s".formatted(name, name, statement));
    }
    return new Patterns(negated, texts(statement.path(negated ? "Not" + name : name)));
  }

  boolean matchAction(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return negated
        != globs.stream().anyMatch(glob -> Glob.matches(glob.toLowerCase(Locale.ROOT), lower));
  }

  boolean matchResource(AccessRequest request) {
    return negated
        != globs.stream()
            .map(request::expand)
            .anyMatch(glob -> glob != null && Glob.matches(glob, request.resource()));
  }

  /** One text or a list of them, as policies may write either. */
  static List<String> texts(JsonNode oneOrMany) {
    if (!oneOrMany.isArray()) {
      return List.of(oneOrMany.asText());
    }
    List<String> texts = new ArrayList<>();
    oneOrMany.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }
}
