package dev.zerotomillions.local.functions.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.InvokePermissions;
import java.util.regex.Pattern;

/** Decides who may invoke a function, by the statements of its resource policy. */
public record ResourcePolicies(FunctionRegistry registry) implements InvokePermissions {

  @Override
  public boolean allows(String function, String servicePrincipal, String sourceArn) {
    return FunctionName.parse(function)
        .flatMap(registry::find)
        .map(DeployedFunction::statements)
        .stream()
        .flatMap(statements -> statements.values().stream())
        .anyMatch(statement -> allows(statement, function, servicePrincipal, sourceArn));
  }

  private static boolean allows(
      JsonNode statement, String function, String principal, String sourceArn) {
    var action = statement.path("Action").asText();
    var like = statement.at("/Condition/ArnLike/AWS:SourceArn").asText("*");
    var account = statement.at("/Condition/StringEquals/AWS:SourceAccount").asText("");
    return (action.equals("lambda:InvokeFunction") || action.equals("lambda:*"))
        && statement.at("/Principal/Service").asText().equals(principal)
        && statement.path("Resource").asText().equals(function)
        && (like.equals("*") || arnLike(like).matcher(sourceArn).matches())
        && (account.isEmpty() || sourceArn.contains(":" + account + ":"));
  }

  /** An ARN with the wildcards that {@code ArnLike} knows: {@code *} and {@code ?}. */
  private static Pattern arnLike(String text) {
    var quoted = Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(quoted, Pattern.DOTALL);
  }
}
