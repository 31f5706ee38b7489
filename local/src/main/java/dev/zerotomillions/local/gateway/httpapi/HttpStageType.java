package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.gateway.common.AccessLogs;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGatewayV2::Stage}. */
final class HttpStageType extends HttpApiPart {
  private static final Set<String> SETTINGS =
      Set.of("ThrottlingRateLimit", "ThrottlingBurstLimit", "DetailedMetricsEnabled");

  private final AccessLogs logs;

  HttpStageType(HttpApis apis, AccessLogs logs) {
    super(apis);
    this.logs = logs;
  }

  @Override
  public String name() {
    return "AWS::ApiGatewayV2::Stage";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "ApiId",
            "StageName",
            "AutoDeploy",
            "DeploymentId",
            "DefaultRouteSettings",
            "RouteSettings",
            "AccessLogSettings",
            "StageVariables")
        .andIgnores("Description", "Tags");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("ApiId", "StageName");
  }

  @Override
  String newId(ResourceRequest request) throws ResourceFailed {
    return Properties.required(request, "StageName");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String name) throws ResourceFailed {
    JsonNode properties = request.properties();
    JsonNode defaults = properties.path("DefaultRouteSettings");
    Properties.onlyKeys(request, "DefaultRouteSettings", defaults, SETTINGS);
    JsonNode accessLog = properties.path("AccessLogSettings");
    Properties.onlyKeys(
        request, "AccessLogSettings", accessLog, Set.of("DestinationArn", "Format"));
    StageSettings settings =
        new StageSettings(
            properties.path("AutoDeploy").asBoolean(),
            properties.path("DeploymentId").asText(""),
            Properties.textMap(properties.path("StageVariables")),
            limits(request),
            Properties.limit(defaults),
            logs.of(apiId, accessLog));
    apis.change(request, apiId, draft -> draft.withStage(name, settings));
    return new Provisioned(name, Map.of());
  }

  private static Map<String, TokenBucket.Limit> limits(ResourceRequest request)
      throws ResourceFailed {
    Map<String, TokenBucket.Limit> limits = new HashMap<>();
    for (Map.Entry<String, JsonNode> route :
        request.properties().path("RouteSettings").properties()) {
      Properties.onlyKeys(request, "RouteSettings." + route.getKey(), route.getValue(), SETTINGS);
      TokenBucket.Limit limit = Properties.limit(route.getValue());
      if (limit != null) {
        limits.put(route.getKey(), limit);
      }
    }
    return Map.copyOf(limits);
  }

  @Override
  HttpApiDraft without(HttpApiDraft draft, String name) {
    return draft.withStage(name, null);
  }
}
