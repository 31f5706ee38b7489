package dev.zerotomillions.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An identity's policy. */
public final class PolicyDocument {
  private final List<Statement> statements;

  private PolicyDocument(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  /** Reads a document, whose {@code Statement} is one or a list. */
  public static PolicyDocument of(JsonNode document) throws MalformedPolicy {
    JsonNode node = document.path("Statement");
    if (!node.isContainerNode()) {
      throw new MalformedPolicy("a policy needs a Statement: " + document);
    }
    List<Statement> statements = new ArrayList<>();
    if (node.isObject()) {
      statements.add(Statement.of(node));
    } else {
      for (JsonNode each : node) {
        statements.add(Statement.of(each));
      }
    }
    return new PolicyDocument(statements);
  }

  /** The keys that its conditions are on. */
  public List<String> conditionKeys() {
    return statements.stream()
        .flatMap(each -> each.conditions().stream())
        .map(Condition::key)
        .distinct()
        .toList();
  }

  List<Statement> statements() {
    return statements;
  }
}
