package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.gateway.common.AnswerHeaders;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function's answer to a REST API's proxy integration, as an HTTP response. */
final class RestAnswer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KEYS =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  /** The headers that REST APIs hand on under another name, since they set these themselves. */
  private static final Set<String> REMAPPED =
      Set.of(
          "authorization",
          "connection",
          "content-md5",
          "date",
          "host",
          "max-forwards",
          "proxy-authenticate",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via",
          "www-authenticate");

  private RestAnswer() {}

  /**
   * The response, or null where the answer is malformed.
   *
   * @param binaryAccepted whether the client asked for one of the API's binary types
   */
  static @Nullable WebResponse read(byte[] payload, boolean binaryAccepted) {
    if (!(tree(payload) instanceof ObjectNode answer) || !KEYS.containsAll(names(answer))) {
      return null;
    }
    String status = answer.path("statusCode").asText("200");
    JsonNode body = answer.path("body");
    List<WebHeaders.Field> fields = new ArrayList<>();
    boolean wellFormed =
        status.matches("[2-5][0-9][0-9]")
            && (body.isMissingNode() || body.isNull() || body.isTextual())
            && headers(answer, fields);
    if (!wellFormed) {
      return null;
    }
    boolean decode = answer.path("isBase64Encoded").asBoolean() && binaryAccepted;
    byte[] bytes = bytes(body.isTextual() ? body.textValue() : "", decode);
    WebHeaders headers = new WebHeaders(fields);
    if (!headers.contains("Content-Type")) {
      headers = headers.and("Content-Type", "application/json");
    }
    return bytes == null ? null : new WebResponse(Integer.parseInt(status), headers, bytes);
  }

  private static @Nullable JsonNode tree(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      return null;
    }
  }

  private static Set<String> names(ObjectNode answer) {
    return Set.copyOf(answer.properties().stream().map(Map.Entry::getKey).toList());
  }

  /** A header under {@code multiValueHeaders} takes precedence over one under {@code headers}. */
  private static boolean headers(ObjectNode answer, List<WebHeaders.Field> fields) {
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      for (JsonNode value : header.getValue()) {
        if (!add(fields, header.getKey(), value)) {
          return false;
        }
      }
    }
    WebHeaders multiple = new WebHeaders(fields);
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      boolean taken = multiple.contains(remapped(header.getKey()));
      if (!taken
          && !header.getValue().isNull()
          && !add(fields, header.getKey(), header.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean add(List<WebHeaders.Field> fields, String name, JsonNode value) {
    return AnswerHeaders.add(fields, remapped(name), value);
  }

  private static String remapped(String name) {
    return REMAPPED.contains(name.toLowerCase(Locale.ROOT)) ? "x-amzn-Remapped-" + name : name;
  }

  private static byte @Nullable [] bytes(String body, boolean base64) {
    if (!base64) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
