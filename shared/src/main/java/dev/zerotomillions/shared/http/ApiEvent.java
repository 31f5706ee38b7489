package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.problem.MalformedRequest;
import dev.zerotomillions.shared.problem.PayloadTooLarge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API Gateway event of either payload format, reduced to what both have in common.
 *
 * @param sourceIp where the request came from, or empty where no gateway says
 * @param service the service of ours that sent it, if the gateway verified its signature
 */
record ApiEvent(
    String method,
    String path,
    @Nullable String rawQuery,
    Map<String, List<String>> query,
    Map<String, String> headers,
    @Nullable String text,
    boolean base64,
    String sourceIp,
    @Nullable ServiceCaller service) {

  /** More than any body of the API needs; a larger one is refused before it is parsed. */
  static final int MAX_BODY = 64 * 1024;

  static ApiEvent of(Map<?, ?> event) {
    return "2.0".equals(event.get("version")) ? second(event) : first(event);
  }

  private static ApiEvent second(Map<?, ?> event) {
    Map<?, ?> http = context(event, "http");
    return new ApiEvent(
        required(http, "method"),
        required(event, "rawPath"),
        event.get("rawQueryString") instanceof String query ? query : "",
        Map.of(),
        headers(event),
        event.get("body") instanceof String body ? body : null,
        Boolean.TRUE.equals(event.get("isBase64Encoded")),
        sourceIp(http),
        service(object(context(event, "authorizer").get("iam"))));
  }

  private static ApiEvent first(Map<?, ?> event) {
    Map<?, ?> identity = context(event, "identity");
    Map<String, List<String>> query = new LinkedHashMap<>();
    object(event.get("queryStringParameters"))
        .forEach((name, value) -> query.put(name.toString(), List.of(String.valueOf(value))));
    object(event.get("multiValueQueryStringParameters"))
        .forEach(
            (name, values) -> {
              if (values instanceof List<?> list) {
                query.put(name.toString(), list.stream().map(String::valueOf).toList());
              }
            });
    return new ApiEvent(
        required(event, "httpMethod"),
        required(event, "path"),
        null,
        query,
        headers(event),
        event.get("body") instanceof String body ? body : null,
        Boolean.TRUE.equals(event.get("isBase64Encoded")),
        sourceIp(identity),
        service(identity));
  }

  /** Whether a REST API sent it, which leaves to us what an HTTP API does itself. */
  boolean fromRestApi() {
    return rawQuery == null;
  }

  /** The parameters, decoded. */
  Map<String, List<String>> parameters() {
    return rawQuery == null ? query : QueryString.parse(rawQuery);
  }

  /**
   * The body's bytes.
   *
   * @throws PayloadTooLarge if there are more than any endpoint takes
   */
  byte[] body() {
    if (text == null) {
      return new byte[0];
    }
    byte[] bytes;
    if (base64) {
      try {
        bytes = Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw new MalformedRequest("The body is declared as base64 but is not.");
      }
    } else {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }
    if (bytes.length > MAX_BODY) {
      throw new PayloadTooLarge(MAX_BODY);
    }
    return bytes;
  }

  private static Map<?, ?> context(Map<?, ?> event, String member) {
    return object(object(event.get("requestContext")).get(member));
  }

  /** As the gateway saw it; {@code X-Forwarded-For} begins with whatever the client claims. */
  private static String sourceIp(Map<?, ?> seen) {
    return seen.get("sourceIp") instanceof String address ? address : "";
  }

  /** Both kinds of gateway name the ARN where IAM authorized the request, and nowhere else. */
  private static @Nullable ServiceCaller service(Map<?, ?> seen) {
    return seen.get("userArn") instanceof String arn ? new ServiceCaller(arn) : null;
  }

  private static Map<String, String> headers(Map<?, ?> event) {
    Map<String, String> headers = new LinkedHashMap<>();
    object(event.get("headers"))
        .forEach(
            (name, value) ->
                headers.put(name.toString().toLowerCase(Locale.ROOT), String.valueOf(value)));
    return headers;
  }

  private static String required(Map<?, ?> object, String member) {
    if (object.get(member) instanceof String value) {
      return value;
    }
    throw new UnsupportedEvent(member + " is missing");
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
