package dev.zerotomillions.local.iam.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A condition operator of IAM's policy language. */
enum Operator {
  STRING_EQUALS("StringEquals"),
  STRING_NOT_EQUALS("StringNotEquals"),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
  STRING_LIKE("StringLike"),
  STRING_NOT_LIKE("StringNotLike"),
  ARN_EQUALS("ArnEquals"),
  ARN_LIKE("ArnLike"),
  ARN_NOT_EQUALS("ArnNotEquals"),
  ARN_NOT_LIKE("ArnNotLike"),
  BOOL("Bool"),
  NULL("Null"),
  NUMERIC_EQUALS("NumericEquals"),
  NUMERIC_NOT_EQUALS("NumericNotEquals"),
  NUMERIC_LESS_THAN("NumericLessThan"),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
  NUMERIC_GREATER_THAN("NumericGreaterThan"),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
  DATE_EQUALS("DateEquals"),
  DATE_NOT_EQUALS("DateNotEquals"),
  DATE_LESS_THAN("DateLessThan"),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
  DATE_GREATER_THAN("DateGreaterThan"),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
  IP_ADDRESS("IpAddress"),
  NOT_IP_ADDRESS("NotIpAddress");

  private final String text;

  Operator(String text) {
    this.text = text;
  }

  static Operator named(String name) throws MalformedPolicy {
    List<Operator> found =
        Arrays.stream(values()).filter(each -> each.text.equalsIgnoreCase(name)).toList();
    if (found.isEmpty()) {
      throw new MalformedPolicy(
          "the condition operator %s is not known here; known: %s"
              .formatted(name, String.join(", ", Stream.of(values()).map(e -> e.text).toList())));
    }
    return found.getFirst();
  }

  /** Whether it holds where none of the wanted values matches. */
  boolean negated() {
    return text.contains("Not");
  }

  /** Whether one value matches one that is wanted, before any negation. */
  boolean test(String value, String wanted) {
    return switch (this) {
      case STRING_EQUALS, STRING_NOT_EQUALS -> value.equals(wanted);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL ->
          value.equalsIgnoreCase(wanted);
      case STRING_LIKE, STRING_NOT_LIKE -> Glob.matches(wanted, value);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> arnLike(value, wanted);
      case NULL -> false;
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> Quantity.compare(value, wanted, 0);
      case NUMERIC_LESS_THAN -> Quantity.compare(value, wanted, -1);
      case NUMERIC_LESS_THAN_EQUALS -> Quantity.compare(value, wanted, -1, 0);
      case NUMERIC_GREATER_THAN -> Quantity.compare(value, wanted, 1);
      case NUMERIC_GREATER_THAN_EQUALS -> Quantity.compare(value, wanted, 1, 0);
      case DATE_EQUALS, DATE_NOT_EQUALS -> Quantity.compareDates(value, wanted, 0);
      case DATE_LESS_THAN -> Quantity.compareDates(value, wanted, -1);
      case DATE_LESS_THAN_EQUALS -> Quantity.compareDates(value, wanted, -1, 0);
      case DATE_GREATER_THAN -> Quantity.compareDates(value, wanted, 1);
      case DATE_GREATER_THAN_EQUALS -> Quantity.compareDates(value, wanted, 1, 0);
      case IP_ADDRESS, NOT_IP_ADDRESS -> Cidr.contains(value, wanted);
    };
  }

  /** ARNs match part by part, so that no wildcard reaches over a colon before the resource. */
  private static boolean arnLike(String value, String wanted) {
    String[] parts = value.split(":", 6);
    String[] globs = wanted.split(":", 6);
    boolean matches = parts.length == globs.length;
    for (int i = 0; matches && i < parts.length; i++) {
      matches = Glob.matches(globs[i], parts[i]);
    }
    return matches;
  }
}
