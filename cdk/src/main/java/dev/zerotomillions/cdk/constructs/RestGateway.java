package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Route;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CorsOptions;
import software.amazon.awscdk.services.apigateway.Deployment;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.IntegrationType;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.Resource;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The gateway for those who need what only a REST API offers, and for emulators without others. */
public final class RestGateway extends Construct implements ApiGateway {
  private static final String STAGE = "prod";

  private final RestApi api;
  private final Map<String, Integration> targets = new HashMap<>();
  private final Set<String> preflighted = new HashSet<>();

  public RestGateway(Construct scope, String id, Limits limits, LogGroup accessLogs) {
    super(scope, id);
    api =
        RestApi.Builder.create(this, "Api")
            .restApiName("Shop")
            .description("The shop's public API")
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .cloudWatchRole(true)
            .deployOptions(
                StageOptions.builder()
                    .stageName(STAGE)
                    .throttlingRateLimit(limits.requestsPerSecond())
                    .throttlingBurstLimit(limits.burst())
                    .loggingLevel(MethodLoggingLevel.ERROR)
                    .tracingEnabled(true)
                    .accessLogDestination(new LogGroupLogDestination(accessLogs))
                    .accessLogFormat(AccessLogFormat.custom(AccessLog.FORMAT))
                    .build())
            .build();
    // Pages of other origins are to read the gateway's own refusals too; the functions' answers
    // allow it themselves.
    allowAnyOrigin("RefusalsOfClients", ResponseType.DEFAULT_4_XX);
    allowAnyOrigin("RefusalsOfServers", ResponseType.DEFAULT_5_XX);
  }

  private void allowAnyOrigin(String id, ResponseType type) {
    api.addGatewayResponse(
        id,
        GatewayResponseOptions.builder()
            .type(type)
            .responseHeaders(Map.of("Access-Control-Allow-Origin", "'*'"))
            .build());
  }

  @Override
  public void route(Endpoint endpoint, String name, IFunction function) {
    Integration target = targets.computeIfAbsent(name, key -> target(key, function));
    MethodOptions options =
        MethodOptions.builder()
            .authorizationType(endpoint.isPublic() ? AuthorizationType.NONE : AuthorizationType.IAM)
            .build();
    for (Route route : endpoint.routes()) {
      Resource resource = api.getRoot().resourceForPath(route.path());
      resource.addMethod(route.method(), target, options);
      if (endpoint.isForPages() && preflighted.add(route.path())) {
        resource.addCorsPreflight(cors());
      }
    }
  }

  @Override
  public String arn(Route route) {
    return Invocation.arn(this, api.getRestApiId(), STAGE, route);
  }

  @Override
  public String url() {
    Stack stack = Stack.of(this);
    return "https://%s.execute-api.%s.%s/%s"
        .formatted(api.getRestApiId(), stack.getRegion(), stack.getUrlSuffix(), STAGE);
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

  private Integration target(String name, IFunction function) {
    Construct scope = new Construct(this, name);
    // Or requests would be refused between the deployment and the permission's creation.
    deployment().getNode().addDependency(Invocation.permit(scope, function, api.getRestApiId()));
    Stack stack = Stack.of(this);
    return Integration.Builder.create()
        .type(IntegrationType.AWS_PROXY)
        .integrationHttpMethod("POST")
        .uri(
            "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(stack.getPartition(), stack.getRegion(), function.getFunctionArn()))
        .build();
  }

  private Deployment deployment() {
    return Objects.requireNonNull(api.getLatestDeployment(), "a REST API's deployment");
  }

  private static CorsOptions cors() {
    return CorsOptions.builder()
        .allowOrigins(Cors.ORIGINS)
        .allowMethods(Cors.METHODS)
        .allowHeaders(Cors.REQUEST_HEADERS)
        .exposeHeaders(Cors.RESPONSE_HEADERS)
        .maxAge(Duration.hours(Cors.MAX_AGE_HOURS))
        .build();
  }
}
