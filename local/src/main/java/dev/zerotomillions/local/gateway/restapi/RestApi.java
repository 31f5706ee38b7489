package dev.zerotomillions.local.gateway.restapi;

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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A REST API as it is served. */
record RestApi(
    String id,
    String region,
    String account,
    Map<String, RestStage> stages,
    BinaryTypes binaryTypes,
    GatewayResponses refusals,
    Invoker invoker,
    IamAuthorizer authorizer,
    Throttles throttles,
    InstantSource clock)
    implements Api {

  @Override
  public @Nullable String rootStage() {
    return stages.keySet().stream().min(String::compareTo).orElse(null);
  }

  @Override
  public boolean hasStage(String stage) {
    return stages.containsKey(stage);
  }

  @Override
  public List<String> routes(String stage) {
    RestStage served = stages.get(stage);
    return served == null
        ? List.of()
        : served.resources().stream()
            .flatMap(
                each -> each.methods().keySet().stream().map(method -> method + " " + each.path()))
            .filter(route -> !route.startsWith("OPTIONS "))
            .toList();
  }

  @Override
  public boolean servesRoot() {
    return false;
  }

  @Override
  public WebResponse noSuchStage() {
    return refusals.of(RestRefusal.FORBIDDEN);
  }

  @Override
  public WebResponse serve(WebRequest request, String stageName, String path, boolean stageInPath)
      throws InterruptedException {
    RestStage stage = stages.get(stageName);
    if (stage == null) {
      return noSuchStage();
    }
    // Empty segments in front are ignored, as AWS does.
    String below = path.replaceFirst("^/+", "/");
    Exchange exchange = Exchange.start(request, below, stageName, clock.instant());
    RestExchangeLog log = new RestExchangeLog(exchange, this, stage);
    WebResponse response =
        answer(exchange, stage, log)
            .and("x-amzn-RequestId", exchange.requestId())
            .and("x-amz-apigw-id", exchange.extendedRequestId())
            .and("X-Amzn-Trace-Id", exchange.traceId());
    log.write(response);
    return response;
  }

  private WebResponse answer(Exchange exchange, RestStage stage, RestExchangeLog log)
      throws InterruptedException {
    if (exchange.request().headBytes() > Limits.HEAD) {
      return refuse(RestRefusal.HEAD_TOO_LARGE, log);
    }
    List<String> parts = PathTemplate.parts(exchange.path().replaceFirst("/$", ""));
    for (RestResource resource : stage.resources()) {
      Map<String, String> variables = resource.path().match(parts);
      if (variables != null) {
        return routed(exchange, stage, resource, variables, log);
      }
    }
    return refuse(RestRefusal.MISSING_AUTHENTICATION_TOKEN, log);
  }

  private WebResponse routed(
      Exchange exchange,
      RestStage stage,
      RestResource resource,
      Map<String, String> variables,
      RestExchangeLog log)
      throws InterruptedException {
    String method = exchange.request().method();
    RestMethod served = resource.method(method);
    if (served == null) {
      return refuse(RestRefusal.MISSING_AUTHENTICATION_TOKEN, log);
    }
    log.routed(resource);
    if (exchange.request().body().length > Limits.BODY) {
      return refuse(RestRefusal.BODY_TOO_LARGE, log);
    }
    Principal caller = null;
    if (served.iam()) {
      try {
        caller =
            authorizer.authorize(
                exchange.request(), region, arn(stage, method, Percent.decode(exchange.path())));
        log.authorized(caller);
      } catch (AwsError e) {
        log.refused(RestRefusal.unauthorized(e.code()), e.message());
        return refusals.unauthorized(e);
      }
    }
    String bucket = id + "/" + stage.name() + resource.path() + " " + method;
    if (!throttles.admit(bucket, stage.limitOf(resource, method))) {
      return refuse(RestRefusal.THROTTLED, log);
    }
    return switch (served.integration()) {
      case RestIntegration.Mock mock -> mock.response();
      case RestIntegration.LambdaProxy proxy -> {
        byte[] event = RestEvent.of(exchange, this, stage, resource, variables, caller);
        yield proxied(exchange, proxy, arn(stage, method, resource.path().toString()), event, log);
      }
    };
  }

  private WebResponse proxied(
      Exchange exchange,
      RestIntegration.LambdaProxy proxy,
      String sourceArn,
      byte[] event,
      RestExchangeLog log)
      throws InterruptedException {
    Invoker.Reply reply =
        invoker.invoke(proxy.function(), sourceArn, event, proxy.timeout(), exchange.traceId());
    log.integrated();
    switch (reply) {
      case Invoker.Answered answered -> {
        String accept = exchange.request().headers().first("Accept", "");
        WebResponse response = RestAnswer.read(answered.payload(), binaryTypes.match(accept));
        if (response != null) {
          return response;
        }
        log.failed("Malformed Lambda proxy response");
        return refuse(RestRefusal.MALFORMED_ANSWER, log);
      }
      case Invoker.Unanswered unanswered -> {
        log.failed(unanswered.message());
        return refuse(RestRefusal.of(unanswered.cause()), log);
      }
    }
  }

  private WebResponse refuse(RestRefusal refusal, RestExchangeLog log) {
    log.refused(refusal);
    return refusals.of(refusal);
  }

  private String arn(RestStage stage, String method, String path) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
        .formatted(region, account, id, stage.name(), method, path);
  }
}
