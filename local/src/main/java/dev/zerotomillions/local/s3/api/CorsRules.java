package dev.zerotomillions.local.s3.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zerotomillions.local.s3.store.Bucket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which pages of other origins may read and write a bucket. */
final class CorsRules {
  /** A rule's lists, as templates and as S3's API call them. */
  static final Map<String, String> ELEMENTS = elements();

  private CorsRules() {}

  private static Map<String, String> elements() {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put("AllowedHeaders", "AllowedHeader");
    elements.put("AllowedMethods", "AllowedMethod");
    elements.put("AllowedOrigins", "AllowedOrigin");
    elements.put("ExposedHeaders", "ExposeHeader");
    return elements;
  }

  /** Answers a browser that asks before it calls. */
  static S3Response preflight(Bucket bucket, S3Request request) throws S3Error {
    String origin = request.header("origin").orElse("");
    String method = request.header("access-control-request-method").orElse("");
    List<String> asked =
        Arrays.stream(request.header("access-control-request-headers").orElse("").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    JsonNode rule = rule(bucket, origin, method);
    boolean allowed =
        !rule.isMissingNode()
            && asked.stream().allMatch(header -> matches(rule.path("AllowedHeaders"), header));
    if (!allowed) {
      throw new S3Error(
          403,
          "AccessForbidden",
          "CORSResponse: This CORS request is not allowed. This is usually because the evalution of"
              + " Origin, request method / Access-Control-Request-Method or"
              + " Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.");
    }
    S3Response response =
        S3Response.empty(200)
            .with(headers(rule, origin))
            .with("Access-Control-Allow-Methods", join(rule.path("AllowedMethods")));
    if (!asked.isEmpty()) {
      response = response.with("Access-Control-Allow-Headers", String.join(", ", asked));
    }
    return rule.has("MaxAge")
        ? response.with("Access-Control-Max-Age", rule.path("MaxAge").asText())
        : response;
  }

  /** An answer, with what lets the page read it. */
  static S3Response apply(Bucket bucket, S3Request request, S3Response response) {
    String origin = request.header("origin").orElse("");
    JsonNode rule =
        origin.isEmpty() ? MissingNode.getInstance() : rule(bucket, origin, request.method());
    return rule.isMissingNode() ? response : response.with(headers(rule, origin));
  }

  private static Map<String, String> headers(JsonNode rule, String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> origins = new ArrayList<>();
    rule.path("AllowedOrigins").forEach(allowed -> origins.add(allowed.asText()));
    headers.put("Access-Control-Allow-Origin", origins.contains("*") ? "*" : origin);
    headers.put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    if (!rule.path("ExposedHeaders").isEmpty()) {
      headers.put("Access-Control-Expose-Headers", join(rule.path("ExposedHeaders")));
    }
    return headers;
  }

  private static JsonNode rule(Bucket bucket, String origin, String method) {
    for (JsonNode rule : bucket.setting("CorsConfiguration").path("CorsRules")) {
      if (matches(rule.path("AllowedOrigins"), origin)
          && matches(rule.path("AllowedMethods"), method)) {
        return rule;
      }
    }
    return MissingNode.getInstance();
  }

  /** Whether a text is like one of a list, in which a star stands for anything. */
  private static boolean matches(JsonNode patterns, String text) {
    for (JsonNode pattern : patterns) {
      String regex =
          Arrays.stream(pattern.asText().toLowerCase(Locale.ROOT).split("\\*", -1))
              .map(Pattern::quote)
              .reduce((left, right) -> left + ".*" + right)
              .orElse("");
      if (text.toLowerCase(Locale.ROOT).matches(regex)) {
        return true;
      }
    }
    return false;
  }

  private static String join(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asText()));
    return String.join(", ", values);
  }
}
