package dev.zerotomillions.local.xray;

import dev.zerotomillions.local.aws.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X-Ray's filter expressions, as far as they join simple terms by AND. */
final class Filter {
  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>!)?(?<flag>fault|error|throttle)"
              + "|service\\(\"(?<service>[^\"]*)\"\\)"
              + "|(?<time>responsetime|duration)\\s*(?<operator>[<>]=?)\\s*(?<number>[0-9.]+)"
              + "|annotation[.\\[](?<key>[A-Za-z0-9_]+)]?\\s*=\\s*\"?(?<value>[^\"]*)\"?",
          Pattern.CASE_INSENSITIVE);

  private Filter() {}

  static Predicate<Summary> parse(String expression) throws AwsError {
    List<Predicate<Summary>> terms = new ArrayList<>();
    for (String term : expression.split("(?i)\\s+AND\\s+", -1)) {
      Matcher matcher = TERM.matcher(term.strip());
      if (!matcher.matches()) {
        throw new AwsError(
            400,
            "InvalidRequestException",
            "Not understood here: %s. Write service(\"x\"), fault, error, throttle, responsetime > 1, duration > 1 or annotation.key = \"value\", joined by AND."
                .formatted(term));
      }
      terms.add(term(matcher));
    }
    return summary -> terms.stream().allMatch(each -> each.test(summary));
  }

  private static Predicate<Summary> term(Matcher matcher) {
    if (matcher.group("flag") != null) {
      boolean wanted = matcher.group("not") == null;
      String flag = matcher.group("flag").toLowerCase(Locale.ROOT);
      return summary -> summary.has(flag) == wanted;
    }
    if (matcher.group("service") != null) {
      String name = matcher.group("service");
      return summary -> summary.hasService(name);
    }
    if (matcher.group("time") != null) {
      boolean response = matcher.group("time").equalsIgnoreCase("responsetime");
      double limit = Double.parseDouble(matcher.group("number"));
      String operator = matcher.group("operator");
      return summary ->
          compare(response ? summary.responseTime() : summary.duration(), operator, limit);
    }
    String key = matcher.group("key");
    String value = matcher.group("value").strip();
    return summary ->
        summary.annotations().getOrDefault(key, Set.of()).stream()
            .anyMatch(each -> each.asText().equals(value));
  }

  private static boolean compare(double value, String operator, double limit) {
    return switch (operator) {
      case "<" -> value < limit;
      case "<=" -> value <= limit;
      case ">" -> value > limit;
      default -> value >= limit;
    };
  }
}
