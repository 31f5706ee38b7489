package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to be sent as an event of either payload format. */
public record ApiRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    @Nullable String body,
    boolean base64,
    String sourceIp,
    boolean service) {
  private static final String ROLE =
      "arn:aws:sts::000000000000:assumed-role/Shop-Caller/Shop-Caller";

  public ApiRequest(
      String method,
      String path,
      String query,
      Map<String, String> headers,
      @Nullable String body,
      boolean base64,
      String sourceIp) {
    this(method, path, query, headers, body, base64, sourceIp, false);
  }

  public static ApiRequest of(String method, String target) {
    int mark = target.indexOf('?');
    return mark < 0
        ? new ApiRequest(method, target, "", Map.of(), null, false, "")
        : new ApiRequest(
            method,
            target.substring(0, mark),
            target.substring(mark + 1),
            Map.of(),
            null,
            false,
            "");
  }

  public static ApiRequest get(String target) {
    return of("GET", target);
  }

  public ApiRequest header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new ApiRequest(method, path, query, all, body, base64, sourceIp, service);
  }

  /** A JSON body, as text or as a value to be written as JSON. */
  public ApiRequest json(Object json) {
    String text = json instanceof String given ? given : Json.writeText(json);
    return header("content-type", "application/json").body(text);
  }

  public ApiRequest body(String text) {
    return new ApiRequest(method, path, query, headers, text, false, sourceIp, service);
  }

  public ApiRequest bytes(byte[] bytes) {
    return new ApiRequest(
        method,
        path,
        query,
        headers,
        Base64.getEncoder().encodeToString(bytes),
        true,
        sourceIp,
        service);
  }

  /** The same request from a client at an address. */
  public ApiRequest from(String address) {
    return new ApiRequest(method, path, query, headers, body, base64, address, service);
  }

  /** The same request as another service sends it, authorized by IAM. */
  public ApiRequest asService() {
    return new ApiRequest(method, path, query, headers, body, base64, sourceIp, true);
  }

  byte[] event(PayloadFormat format) {
    return Json.write(format == PayloadFormat.HTTP_API_2_0 ? second() : first());
  }

  private Map<String, Object> second() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    event.put("headers", headers);
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("http", Map.of("method", method, "path", path, "sourceIp", sourceIp));
    if (service) {
      context.put("authorizer", Map.of("iam", Map.of("userArn", ROLE)));
    }
    event.put("requestContext", context);
    addBody(event);
    return event;
  }

  private Map<String, Object> first() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters
            .computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>())
            .add(parts.length == 1 ? "" : decode(parts[1]));
      }
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", method);
    event.put("path", path);
    event.put("multiValueQueryStringParameters", parameters);
    event.put("headers", headers);
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("sourceIp", sourceIp);
    if (service) {
      identity.put("userArn", ROLE);
    }
    event.put(
        "requestContext", Map.of("httpMethod", method, "stage", "prod", "identity", identity));
    addBody(event);
    return event;
  }

  private void addBody(Map<String, Object> event) {
    if (body != null) {
      event.put("body", body);
    }
    event.put("isBase64Encoded", base64);
  }

  /** A gateway hands on what it cannot decode. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
