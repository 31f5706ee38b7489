package dev.zerotomillions.local.gateway.common;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.web.WebHeaders;
import java.util.List;

/** What a function may put into its answer's header fields. */
public final class AnswerHeaders {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private AnswerHeaders() {}

  /** Adds a field; false where its name or value is not one, a line break in it above all. */
  public static boolean add(List<WebHeaders.Field> fields, String name, JsonNode value) {
    String text = value.asText();
    boolean wellFormed =
        value.isValueNode()
            && name.matches(TOKEN)
            && text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127));
    return wellFormed && fields.add(new WebHeaders.Field(name, text.strip()));
  }
}
