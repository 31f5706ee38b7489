package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.AccessContext;
import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.web.WebResponse;

/** What the access log tells of one request of a REST API. */
final class RestExchangeLog {
  private final AccessContext context;
  private final RestStage stage;

  RestExchangeLog(Exchange exchange, RestApi api, RestStage stage) {
    this.stage = stage;
    this.context = new AccessContext(exchange, api.account(), api.id());
    context.put("requestId", exchange.requestId());
    context.put("path", "/" + stage.name() + exchange.path());
    context.put("deploymentId", stage.deploymentId());
  }

  void routed(RestResource resource) {
    context.put("resourcePath", resource.path().toString());
    context.put("resourceId", resource.id());
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

  void refused(RestRefusal refusal) {
    refused(refusal, refusal.message());
  }

  void refused(RestRefusal refusal, String message) {
    context.refused(message);
    context.put("error.responseType", refusal.type());
  }

  void write(WebResponse response) {
    AccessLog log = stage.accessLog();
    if (log != null) {
      log.write(context.answered(response.status(), response.body().length));
    }
  }
}
