package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zerotomillions.local.gateway.common.AnswerHeaders;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function's answer in payload format 2.0, as an HTTP response. */
final class ProxyAnswer {
  private static final JsonMapper JSON = new JsonMapper();

  private ProxyAnswer() {}

  /** The response, or null where the answer is malformed. */
  static @Nullable WebResponse read(byte[] payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException e) {
      return null;
    }
    if (!answer.hasNonNull("statusCode")) {
      return inferred(answer);
    }
    Integer status = status(answer.path("statusCode"));
    JsonNode body = answer.path("body");
    List<WebHeaders.Field> fields = new ArrayList<>();
    if (status == null || !isText(body) || !headers(answer, fields)) {
      return null;
    }
    byte[] bytes = bytes(body.asText(""), answer.path("isBase64Encoded").asBoolean());
    if (bytes == null) {
      return null;
    }
    WebHeaders headers = new WebHeaders(fields);
    if (!headers.contains("Content-Type")) {
      headers = headers.and("Content-Type", "text/plain; charset=utf-8");
    }
    return new WebResponse(status, headers, bytes);
  }

  /** Without a status code, the whole answer is the body of a success. */
  private static WebResponse inferred(JsonNode answer) {
    return WebResponse.json(200, answer.isTextual() ? answer.textValue() : answer.toString());
  }

  private static @Nullable Integer status(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : "";
    return text.matches("[1-5][0-9][0-9]") && !text.startsWith("1") ? Integer.valueOf(text) : null;
  }

  private static boolean isText(JsonNode body) {
    return body.isMissingNode() || body.isNull() || body.isTextual();
  }

  private static boolean headers(JsonNode answer, List<WebHeaders.Field> fields) {
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      if (!add(fields, header.getKey(), header.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      for (JsonNode value : header.getValue()) {
        if (!add(fields, header.getKey(), value)) {
          return false;
        }
      }
    }
    for (JsonNode cookie : answer.path("cookies")) {
      if (!add(fields, "set-cookie", cookie)) {
        return false;
      }
    }
    return true;
  }

  private static boolean add(List<WebHeaders.Field> fields, String name, JsonNode value) {
    return value.isNull() || AnswerHeaders.add(fields, name, value);
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
