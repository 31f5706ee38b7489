package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.web.WebResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the access log tells of one request of an HTTP API. */
final class HttpExchangeLog {
  private static final System.Logger LOG = System.getLogger(HttpExchangeLog.class.getName());

  private final Exchange exchange;
  private final HttpStage stage;
  private @Nullable HttpRoute route;
  private @Nullable String failure;
  private long integrationMillis = -1;

  HttpExchangeLog(Exchange exchange, HttpStage stage) {
    this.exchange = exchange;
    this.stage = stage;
  }

  void routed(HttpRoute chosen) {
    route = chosen;
  }

  void integrated() {
    integrationMillis = exchange.elapsedMillis();
  }

  /** Notes why the integration failed; the client is not told, so the console is. */
  void failed(String why) {
    failure = why;
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} {1}: {2}",
        exchange.request().method(),
        exchange.path(),
        why);
  }

  void write(WebResponse response) {
    AccessLog log = stage.accessLog();
    if (log == null) {
      return;
    }
    Map<String, String> context = new HashMap<>();
    context.put("accountId", stage.account());
    context.put("apiId", stage.apiId());
    context.put("stage", stage.name());
    context.put("requestId", exchange.extendedRequestId());
    context.put("extendedRequestId", exchange.extendedRequestId());
    context.put("requestTime", exchange.time());
    context.put("requestTimeEpoch", Long.toString(exchange.at().toEpochMilli()));
    context.put("domainName", exchange.domainName());
    context.put("domainPrefix", exchange.domainPrefix());
    context.put("httpMethod", exchange.request().method());
    context.put("path", exchange.path());
    context.put("protocol", exchange.request().protocol());
    context.put("identity.sourceIp", exchange.request().remoteAddress());
    context.put("identity.userAgent", exchange.request().headers().first("User-Agent", ""));
    context.put("status", Integer.toString(response.status()));
    context.put("responseLength", Integer.toString(response.body().length));
    context.put("responseLatency", Long.toString(exchange.elapsedMillis()));
    if (route != null) {
      context.put("routeKey", route.key());
    }
    if (integrationMillis >= 0) {
      context.put("integrationLatency", Long.toString(integrationMillis));
      context.put("integration.latency", Long.toString(integrationMillis));
    }
    if (failure != null) {
      context.put("integrationErrorMessage", failure);
      context.put("integration.error", failure);
    }
    log.write(context);
  }
}
