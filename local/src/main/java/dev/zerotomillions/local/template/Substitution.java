package dev.zerotomillions.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code Fn::Sub}, cut into literal text and variables. */
record Substitution(List<Part> parts) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

  /** Text as it stands, or the name of a variable. */
  record Part(boolean variable, String text) {}

  static Substitution parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      parts.add(new Part(false, text.substring(end, matcher.start())));
      boolean literal = matcher.group(1).equals("!");
      parts.add(
          literal
              ? new Part(false, "${" + matcher.group(2) + "}")
              : new Part(true, matcher.group(2).strip()));
      end = matcher.end();
    }
    parts.add(new Part(false, text.substring(end)));
    return new Substitution(List.copyOf(parts));
  }

  List<String> variables() {
    return parts.stream().filter(Part::variable).map(Part::text).toList();
  }
}
