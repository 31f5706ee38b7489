package dev.zerotomillions.local.iam.policy;

import java.util.List;
import java.util.Objects;

/**
 * A condition on one key of a request.
 *
 * @param quantifier how a key of many values is judged
 * @param ifExists whether a request without the key passes
 * @param wanted what the policy lists; one of them is enough
 */
record Condition(
    Quantifier quantifier, Operator operator, boolean ifExists, String key, List<String> wanted) {
  private static final String IF_EXISTS = "IfExists";

  /** How a key of many values is judged. */
  enum Quantifier {
    NONE(""),
    ANY("ForAnyValue:"),
    ALL("ForAllValues:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }
  }

  static Condition of(String operator, String key, List<String> wanted) throws MalformedPolicy {
    Quantifier quantifier = Quantifier.NONE;
    for (Quantifier each : Quantifier.values()) {
      quantifier = operator.startsWith(each.prefix) ? each : quantifier;
    }
    String name = operator.substring(quantifier.prefix.length());
    boolean ifExists = name.endsWith(IF_EXISTS);
    if (ifExists) {
      name = name.substring(0, name.length() - IF_EXISTS.length());
    }
    return new Condition(quantifier, Operator.named(name), ifExists, key, List.copyOf(wanted));
  }

  boolean holds(AccessRequest request) {
    List<String> values = request.values(key);
    if (operator == Operator.NULL) {
      return wanted.stream().anyMatch(each -> Boolean.parseBoolean(each) == values.isEmpty());
    }
    if (values.isEmpty()) {
      return ifExists
          || quantifier == Quantifier.ALL
          || (quantifier == Quantifier.NONE && operator.negated());
    }
    return quantifier == Quantifier.ANY
        ? values.stream().anyMatch(value -> holds(request, value))
        : values.stream().allMatch(value -> holds(request, value));
  }

  private boolean holds(AccessRequest request, String value) {
    return operator.negated()
        != wanted.stream()
            .map(request::expand)
            .filter(Objects::nonNull)
            .anyMatch(each -> operator.test(value, each));
  }
}
