package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.gateway.common.Api;
import dev.zerotomillions.local.gateway.common.Exchange;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.gateway.common.Limits;
import dev.zerotomillions.local.gateway.common.PathTemplate;
import dev.zerotomillions.local.gateway.common.Percent;
import dev.zerotomillions.local.gateway.common.Throttles;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP API as it is served. */
record HttpApi(
    String id,
    Map<String, HttpStage> stages,
    @Nullable Cors cors,
    Invoker invoker,
    IamAuthorizer authorizer,
    Throttles throttles,
    InstantSource clock)
    implements Api {
  private static final String ROOT_STAGE = "$default";

  @Override
  public @Nullable String rootStage() {
    return stages.containsKey(ROOT_STAGE) ? ROOT_STAGE : null;
  }

  @Override
  public boolean hasStage(String stage) {
    return stages.containsKey(stage);
  }

  @Override
  public List<String> routes(String stage) {
    HttpStage served = stages.get(stage);
    return served == null ? List.of() : served.routes().stream().map(HttpRoute::key).toList();
  }

  @Override
  public boolean servesRoot() {
    return true;
  }

  @Override
  public WebResponse noSuchStage() {
    return Refusal.NOT_FOUND.response();
  }

  @Override
  public WebResponse serve(WebRequest request, String stageName, String path, boolean stageInPath)
      throws InterruptedException {
    HttpStage stage = stages.get(stageName);
    if (stage == null) {
      return noSuchStage();
    }
    Instant now = clock.instant();
    Exchange exchange = Exchange.start(request, path, stageName, now);
    HttpExchangeLog log = new HttpExchangeLog(exchange, stage);
    WebResponse response = answer(exchange, stage, stageInPath, log);
    WebResponse complete =
        (cors == null || Cors.isPreflight(request) ? response : cors.applyTo(response, request))
            .and("Apigw-Requestid", exchange.extendedRequestId());
    log.write(complete);
    return complete;
  }

  private WebResponse answer(
      Exchange exchange, HttpStage stage, boolean stageInPath, HttpExchangeLog log)
      throws InterruptedException {
    WebRequest request = exchange.request();
    if (cors != null && Cors.isPreflight(request)) {
      return cors.preflight(request);
    }
    if (request.headBytes() > Limits.HEAD) {
      return log.refuse(Refusal.HEAD_TOO_LARGE);
    }
    List<String> parts = PathTemplate.parts(Percent.decode(exchange.path()));
    for (HttpRoute route : stage.routes()) {
      Map<String, String> variables = route.match(request.method(), parts);
      if (variables != null) {
        log.routed(route);
        return routed(exchange, stage, stageInPath, route, variables, log);
      }
    }
    return log.refuse(Refusal.NOT_FOUND);
  }

  private WebResponse routed(
      Exchange exchange,
      HttpStage stage,
      boolean stageInPath,
      HttpRoute route,
      Map<String, String> variables,
      HttpExchangeLog log)
      throws InterruptedException {
    WebRequest request = exchange.request();
    if (request.body().length > Limits.BODY) {
      return log.refuse(Refusal.BODY_TOO_LARGE);
    }
    Principal caller = null;
    if (route.iam()) {
      String arn = stage.arnOf(request.method(), Percent.decode(exchange.path()));
      try {
        caller = authorizer.authorize(request, stage.region(), arn);
        log.authorized(caller);
      } catch (AwsError e) {
        return log.forbid(e);
      }
    }
    String bucket = id + "/" + stage.name() + "/" + route.key();
    if (!throttles.admit(bucket, stage.limitOf(route))) {
      return log.refuse(Refusal.THROTTLED);
    }
    HttpIntegration integration = stage.integrations().get(route.integrationId());
    if (integration == null) {
      log.failed("the route's integration is gone");
      return log.refuse(Refusal.INTERNAL);
    }
    byte[] event = ProxyEvent.of(exchange, route, variables, stage, stageInPath, caller);
    Invoker.Reply reply =
        invoker.invoke(
            integration.function(),
            stage.arnOf(route),
            event,
            integration.timeout(),
            exchange.traceId());
    log.integrated();
    return switch (reply) {
      case Invoker.Answered answered -> {
        WebResponse response = ProxyAnswer.read(answered.payload());
        if (response == null) {
          log.failed("the function's answer is not of payload format 2.0");
        }
        yield response == null ? log.refuse(Refusal.INTERNAL) : response;
      }
      case Invoker.Unanswered unanswered -> {
        log.failed(unanswered.message());
        yield log.refuse(Refusal.of(unanswered.cause()));
      }
    };
  }
}
