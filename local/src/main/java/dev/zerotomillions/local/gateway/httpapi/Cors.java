package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The CORS configuration of an HTTP API, which the gateway itself answers by. */
record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    @Nullable Integer maxAge,
    boolean credentials) {

  static boolean isPreflight(WebRequest request) {
    return request.method().equals("OPTIONS")
        && request.headers().contains("Origin")
        && request.headers().contains("Access-Control-Request-Method");
  }

  WebResponse preflight(WebRequest request) {
    List<WebHeaders.Field> fields = new ArrayList<>(originFields(request));
    if (!fields.isEmpty()) {
      add(fields, "access-control-allow-methods", methods);
      add(fields, "access-control-allow-headers", headers);
      add(fields, "access-control-expose-headers", exposed);
      if (maxAge != null) {
        fields.add(new WebHeaders.Field("access-control-max-age", maxAge.toString()));
      }
    }
    return new WebResponse(204, new WebHeaders(fields), new byte[0]);
  }

  /** A response with the configured headers in place of any that the function sent. */
  WebResponse applyTo(WebResponse response, WebRequest request) {
    List<WebHeaders.Field> fields = new ArrayList<>(response.headers().fields());
    fields.removeIf(field -> field.name().toLowerCase(Locale.ROOT).startsWith("access-control-"));
    List<WebHeaders.Field> origin = originFields(request);
    fields.addAll(origin);
    if (!origin.isEmpty()) {
      add(fields, "access-control-expose-headers", exposed);
    }
    return new WebResponse(response.status(), new WebHeaders(fields), response.body());
  }

  private List<WebHeaders.Field> originFields(WebRequest request) {
    String origin = request.headers().first("Origin");
    if (origin == null || origins.stream().noneMatch(allowed -> allows(allowed, origin))) {
      return List.of();
    }
    List<WebHeaders.Field> fields = new ArrayList<>();
    fields.add(
        new WebHeaders.Field("access-control-allow-origin", origins.contains("*") ? "*" : origin));
    if (credentials) {
      fields.add(new WebHeaders.Field("access-control-allow-credentials", "true"));
    }
    return fields;
  }

  private static boolean allows(String allowed, String origin) {
    return switch (allowed) {
      case "*" -> true;
      case "https://*" -> origin.startsWith("https://");
      case "http://*" -> origin.startsWith("http://");
      default -> allowed.equalsIgnoreCase(origin);
    };
  }

  private static void add(List<WebHeaders.Field> fields, String name, List<String> values) {
    if (!values.isEmpty()) {
      fields.add(new WebHeaders.Field(name, String.join(",", values)));
    }
  }
}
