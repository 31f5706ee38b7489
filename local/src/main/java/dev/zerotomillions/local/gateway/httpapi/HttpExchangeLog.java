package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.gateway.common.AccessContext;
import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.web.WebResponse;

/** What the access log tells of one request of an HTTP API. */
final class HttpExchangeLog {
  private final AccessContext context;
  private final HttpStage stage;

  HttpExchangeLog(Exchange exchange, HttpStage stage) {
    this.stage = stage;
    this.context = new AccessContext(exchange, stage.account(), stage.apiId());
    context.put("requestId", exchange.extendedRequestId());
    context.put("path", exchange.path());
  }

  void routed(HttpRoute route) {
    context.put("routeKey", route.key());
  }

  void authorized(Principal caller) {
    context.authorized(caller);
  }

  void integrated() {
    context.integrated();
  }

  void failed(String why) {
    context.failed(why);
  }

  /** Notes why a caller was not authorized; the client is told no more than that it is not. */
  WebResponse forbid(AwsError why) {
    context.failed(why.message().lines().findFirst().orElse(why.code()));
    return refuse(Refusal.FORBIDDEN);
  }

  WebResponse refuse(Refusal refusal) {
    context.refused(refusal.message());
    return refusal.response();
  }

  void write(WebResponse response) {
    AccessLog log = stage.accessLog();
    if (log != null) {
      log.write(context.answered(response.status(), response.body().length));
    }
  }
}
