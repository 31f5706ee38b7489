package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.gateway.common.Percent;
import dev.zerotomillions.local.gateway.common.Query;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event of a Lambda proxy integration, payload format 2.0. */
final class ProxyEvent {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "cookie", "expect", "keep-alive", "te", "transfer-encoding", "upgrade");

  private ProxyEvent() {}

  static byte[] of(
      Exchange exchange,
      HttpRoute route,
      Map<String, String> pathVariables,
      HttpStage stage,
      boolean stageInPath,
      @Nullable Principal caller) {
    WebRequest request = exchange.request();
    // HTTP APIs decode the path, REST APIs don't.
    String path = (stageInPath ? "/" + stage.name() : "") + Percent.decode(exchange.path());
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").put("routeKey", route.key());
    event.put("rawPath", path).put("rawQueryString", request.query());
    List<String> cookies = cookies(request.headers());
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    headers(exchange).forEach(event.putObject("headers")::put);
    Map<String, List<String>> query = Query.parameters(request.query());
    if (!query.isEmpty()) {
      ObjectNode parameters = event.putObject("queryStringParameters");
      query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
    }
    ObjectNode context = event.putObject("requestContext");
    context(context, exchange, route, stage, path);
    if (caller != null) {
      authorizer(context.putObject("authorizer").putObject("iam"), caller);
    }
    if (!pathVariables.isEmpty()) {
      pathVariables.forEach(event.putObject("pathParameters")::put);
    }
    if (!stage.variables().isEmpty()) {
      stage.variables().forEach(event.putObject("stageVariables")::put);
    }
    body(event, request);
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always serializable", e);
    }
  }

  private static void context(
      ObjectNode context, Exchange exchange, HttpRoute route, HttpStage stage, String path) {
    context.put("accountId", stage.account()).put("apiId", stage.apiId());
    context.put("domainName", exchange.domainName());
    context.put("domainPrefix", exchange.domainPrefix());
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.request().method()).put("path", path);
    http.put("protocol", exchange.request().protocol());
    http.put("sourceIp", exchange.request().remoteAddress());
    http.put("userAgent", exchange.request().headers().first("User-Agent", ""));
    context.put("requestId", exchange.extendedRequestId()).put("routeKey", route.key());
    context.put("stage", stage.name()).put("time", exchange.time());
    context.put("timeEpoch", exchange.at().toEpochMilli());
  }

  private static void authorizer(ObjectNode iam, Principal caller) {
    iam.put("accessKey", caller.accessKeyId()).put("accountId", caller.account());
    iam.put("callerId", caller.userId()).putNull("cognitoIdentity").putNull("principalOrgId");
    iam.put("userArn", caller.arn()).put("userId", caller.userId());
  }

  private static Map<String, String> headers(Exchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (WebHeaders.Field field : exchange.request().headers().fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!NOT_PASSED_ON.contains(name)) {
        headers.merge(name, field.value(), (one, other) -> one + "," + other);
      }
    }
    headers.put("x-amzn-trace-id", exchange.traceId());
    headers.put("x-forwarded-for", exchange.forwardedFor());
    headers.put("x-forwarded-port", exchange.port());
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static List<String> cookies(WebHeaders headers) {
    List<String> cookies = new ArrayList<>();
    for (WebHeaders.Field field : headers.fields()) {
      if (field.name().equalsIgnoreCase("Cookie")) {
        for (String cookie : field.value().split(";", -1)) {
          if (!cookie.isBlank()) {
            cookies.add(cookie.strip());
          }
        }
      }
    }
    return cookies;
  }

  private static void body(ObjectNode event, WebRequest request) {
    boolean text = isText(request.headers().first("Content-Type", ""));
    if (request.body().length > 0) {
      event.put(
          "body",
          text
              ? new String(request.body(), StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
    }
    event.put("isBase64Encoded", request.body().length > 0 && !text);
  }

  /** What HTTP APIs pass on as text; all else, forms and no type included, they encode. */
  private static boolean isText(String contentType) {
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }
}
