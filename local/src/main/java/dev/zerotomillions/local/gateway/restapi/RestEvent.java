package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.gateway.common.Query;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The event of a Lambda proxy integration of a REST API, payload format 1.0. */
final class RestEvent {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "keep-alive",
          "te",
          "transfer-encoding",
          "upgrade",
          "x-amzn-trace-id",
          "x-forwarded-for",
          "x-forwarded-port",
          "x-forwarded-proto");
  private static final List<String> UNKNOWN_IDENTITY =
      List.of(
          "cognitoIdentityPoolId",
          "accountId",
          "cognitoIdentityId",
          "caller",
          "principalOrgId",
          "accessKey",
          "cognitoAuthenticationType",
          "cognitoAuthenticationProvider",
          "userArn",
          "user");

  private RestEvent() {}

  static byte[] of(
      Exchange exchange,
      RestApi api,
      RestStage stage,
      RestResource resource,
      Map<String, String> pathVariables,
      @Nullable Principal caller) {
    WebRequest request = exchange.request();
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", resource.path().toString());
    event.put("path", exchange.path());
    event.put("httpMethod", request.method());
    lists(event, "headers", "multiValueHeaders", headers(exchange));
    lists(
        event,
        "queryStringParameters",
        "multiValueQueryStringParameters",
        Query.parameters(request.query()));
    texts(event, "pathParameters", pathVariables);
    texts(event, "stageVariables", stage.variables());
    ObjectNode context = event.putObject("requestContext");
    context(context, exchange, api, stage, resource);
    if (caller != null) {
      identify(context.withObject("/identity"), caller);
    }
    body(event, request, api.binaryTypes());
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings is always serializable", e);
    }
  }

  /** Every value under one name, and the last alone under the other; null where there is none. */
  private static void lists(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single).putNull(multi);
      return;
    }
    ObjectNode last = event.putObject(single);
    values.forEach((name, all) -> last.put(name, all.getLast()));
    ObjectNode lists = event.putObject(multi);
    values.forEach((name, all) -> all.forEach(lists.putArray(name)::add));
  }

  private static void texts(ObjectNode event, String name, Map<String, String> values) {
    if (values.isEmpty()) {
      event.putNull(name);
    } else {
      values.forEach(event.putObject(name)::put);
    }
  }

  private static Map<String, List<String>> headers(Exchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (WebHeaders.Field field : exchange.request().headers().fields()) {
      if (!NOT_PASSED_ON.contains(field.name().toLowerCase(Locale.ROOT))) {
        headers.computeIfAbsent(field.name(), name -> new ArrayList<>(1)).add(field.value());
      }
    }
    headers.put("X-Amzn-Trace-Id", List.of(exchange.traceId()));
    headers.put("X-Forwarded-For", List.of(exchange.forwardedFor()));
    headers.put("X-Forwarded-Port", List.of(exchange.port()));
    headers.put("X-Forwarded-Proto", List.of("http"));
    return headers;
  }

  private static void context(
      ObjectNode context, Exchange exchange, RestApi api, RestStage stage, RestResource resource) {
    context.put("resourceId", resource.id());
    context.put("resourcePath", resource.path().toString());
    context.put("httpMethod", exchange.request().method());
    context.put("extendedRequestId", exchange.extendedRequestId());
    context.put("requestTime", exchange.time());
    context.put("path", "/" + stage.name() + exchange.path());
    context.put("accountId", api.account());
    context.put("protocol", exchange.request().protocol());
    context.put("stage", stage.name());
    context.put("domainPrefix", exchange.domainPrefix());
    context.put("requestTimeEpoch", exchange.at().toEpochMilli());
    context.put("requestId", exchange.requestId());
    ObjectNode identity = context.putObject("identity");
    UNKNOWN_IDENTITY.forEach(identity::putNull);
    identity.put("sourceIp", exchange.request().remoteAddress());
    identity.put("userAgent", exchange.request().headers().first("User-Agent"));
    context.put("domainName", exchange.domainName());
    context.put("deploymentId", stage.deploymentId());
    context.put("apiId", api.id());
  }

  private static void identify(ObjectNode identity, Principal caller) {
    identity.put("accessKey", caller.accessKeyId()).put("accountId", caller.account());
    identity.put("caller", caller.userId()).put("user", caller.userId());
    identity.put("userArn", caller.arn());
  }

  private static void body(ObjectNode event, WebRequest request, BinaryTypes binaryTypes) {
    boolean binary = binaryTypes.match(request.headers().first("Content-Type", ""));
    if (request.body().length == 0) {
      event.putNull("body");
    } else if (binary) {
      event.put("body", Base64.getEncoder().encodeToString(request.body()));
    } else {
      event.put("body", new String(request.body(), StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", binary && request.body().length > 0);
  }
}
