package dev.zerotomillions.local.functions.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function as a caller names it: by name, partial ARN or ARN, with or without a qualifier.
 *
 * @param region the region, where the name says it
 * @param qualifier a version or an alias, where the name says it
 */
public record FunctionName(Optional<String> region, String name, Optional<String> qualifier) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:arn:aws[a-z-]*:lambda:(?<region>[a-z0-9-]+):)?(?:\\d{12}:)?function:)?"
              + "(?<name>[A-Za-z0-9_-]+)(?::(?<qualifier>\\$LATEST|[A-Za-z0-9_-]+))?");

  /** Reads a name; empty if it isn't one in any form. */
  public static Optional<FunctionName> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new FunctionName(
                Optional.ofNullable(matcher.group("region")),
                matcher.group("name"),
                Optional.ofNullable(matcher.group("qualifier"))))
        : Optional.empty();
  }

  public FunctionName qualified(String by) {
    return new FunctionName(region, name, Optional.of(by));
  }
}
