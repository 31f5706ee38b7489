package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Route;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The default gateway: an HTTP API, at a third of a REST API's price. */
public final class HttpGateway extends Construct implements ApiGateway {
  private static final String STAGE = "$default";

  private final HttpApi api;
  private final Map<String, Target> targets = new HashMap<>();

  private record Target(CfnIntegration integration, CfnPermission permission) {}

  public HttpGateway(Construct scope, String id, Limits limits, LogGroup accessLogs) {
    super(scope, id);
    api =
        HttpApi.Builder.create(this, "Api")
            .apiName("Shop")
            .description("The shop's public API")
            .createDefaultStage(false)
            .corsPreflight(cors())
            .build();
    HttpStage stage =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .stageName(STAGE)
            .autoDeploy(true)
            .throttle(
                ThrottleSettings.builder()
                    .rateLimit(limits.requestsPerSecond())
                    .burstLimit(limits.burst())
                    .build())
            .build();
    CfnStage resource =
        (CfnStage) Objects.requireNonNull(stage.getNode().getDefaultChild(), "a stage's resource");
    resource.setAccessLogSettings(
        CfnStage.AccessLogSettingsProperty.builder()
            .destinationArn(accessLogs.getLogGroupArn())
            .format(AccessLog.FORMAT)
            .build());
  }

  @Override
  public void route(Endpoint endpoint, String name, IFunction function) {
    Target target = targets.computeIfAbsent(name, key -> target(key, function));
    String authorization = endpoint.isPublic() ? "NONE" : "AWS_IAM";
    endpoint.routes().forEach(route -> route(route, authorization, target));
  }

  private void route(Route route, String authorization, Target target) {
    CfnRoute.Builder.create(this, route.toString().replace('/', '.'))
        .apiId(api.getApiId())
        .routeKey(route.toString())
        .authorizationType(authorization)
        .target("integrations/" + target.integration().getRef())
        .build()
        // Or requests would be refused between the route's update and the permission's creation.
        .getNode()
        .addDependency(target.permission());
  }

  @Override
  public String arn(Route route) {
    return Invocation.arn(this, api.getApiId(), STAGE, route);
  }

  @Override
  public String url() {
    return api.getApiEndpoint();
  }

  @Override
  public Metric requests() {
    return api.metricCount(MetricOptions.builder().statistic("Sum").build());
  }

  @Override
  public Metric serverErrors() {
    return api.metricServerError(MetricOptions.builder().statistic("Sum").build());
  }

  @Override
  public Metric latency(String statistic) {
    return api.metricLatency(MetricOptions.builder().statistic(statistic).build());
  }

  private Target target(String name, IFunction function) {
    Construct scope = new Construct(this, name);
    CfnIntegration integration =
        CfnIntegration.Builder.create(scope, "Integration")
            .apiId(api.getApiId())
            .integrationType("AWS_PROXY")
            .integrationUri(function.getFunctionArn())
            .payloadFormatVersion("2.0")
            .build();
    return new Target(integration, Invocation.permit(scope, function, api.getApiId()));
  }

  private static CorsPreflightOptions cors() {
    return CorsPreflightOptions.builder()
        .allowOrigins(Cors.ORIGINS)
        .allowMethods(Cors.METHODS.stream().map(CorsHttpMethod::valueOf).toList())
        .allowHeaders(Cors.REQUEST_HEADERS)
        .exposeHeaders(Cors.RESPONSE_HEADERS)
        .maxAge(Duration.hours(Cors.MAX_AGE_HOURS))
        .build();
  }
}
