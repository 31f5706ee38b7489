package dev.zerotomillions.local.iam.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What policies are asked: whether an action may be done on a resource.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource an ARN, or {@code *} where the action has no resource
 * @param context the values of condition keys, by key in any case
 */
public record AccessRequest(String action, String resource, Map<String, List<String>> context) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  public AccessRequest {
    Map<String, List<String>> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byKey.putAll(context);
    context = byKey;
  }

  /** The values of a condition key; none where the request has no such key. */
  List<String> values(String key) {
    return context.getOrDefault(key, List.of());
  }

  /**
   * A policy's text with its variables, such as {@code ${aws:PrincipalArn}}, replaced; null where
   * the request doesn't know one of them: then the text matches nothing.
   */
  @Nullable String expand(String text) {
    if (text.indexOf("${") < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      String value = variable(matcher.group(1));
      if (value == null) {
        return null;
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(expanded).toString();
  }

  private @Nullable String variable(String name) {
    List<String> values = values(name.toLowerCase(Locale.ROOT));
    return values.size() == 1 ? values.getFirst() : null;
  }
}
