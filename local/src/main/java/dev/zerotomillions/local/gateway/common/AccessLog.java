package dev.zerotomillions.local.gateway.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stage's access log.
 *
 * @param format a line with {@code $context} variables
 * @param file where the lines go
 */
public record AccessLog(String format, Path file) {
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
  private static final Pattern VARIABLE =
      Pattern.compile("\\$context\\.([A-Za-z0-9_.-]*[A-Za-z0-9])");

  /** Writes one line; a variable without a value is a dash, as on AWS. */
  public void write(Map<String, String> context) {
    StringBuilder line = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(format);
    while (matcher.find()) {
      matcher.appendReplacement(
          line, Matcher.quoteReplacement(escaped(context.get(matcher.group(1)))));
    }
    matcher.appendTail(line).append('\n');
    try {
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The request was answered; a full disk must not undo that.
      LOG.log(System.Logger.Level.WARNING, "the access log " + file + " can't be written", e);
    }
  }

  /** What a client sends must end neither the line nor a JSON string of the format. */
  private static String escaped(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "-";
    }
    StringBuilder safe = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        safe.append('\\').append(c);
      } else if (c < ' ') {
        safe.append("\\u%04x".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }
}
