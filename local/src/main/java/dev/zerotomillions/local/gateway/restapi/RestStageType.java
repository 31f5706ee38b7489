package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.gateway.common.AccessLogs;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGateway::Stage}. */
final class RestStageType extends RestApiPart {
  private static final Set<String> SETTINGS =
      Set.of(
          "ResourcePath",
          "HttpMethod",
          "ThrottlingRateLimit",
          "ThrottlingBurstLimit",
          "LoggingLevel",
          "DataTraceEnabled",
          "MetricsEnabled");

  private final AccessLogs logs;

  RestStageType(RestApis apis, AccessLogs logs) {
    super(apis);
    this.logs = logs;
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::Stage";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "RestApiId",
            "StageName",
            "DeploymentId",
            "MethodSettings",
            "AccessLogSetting",
            "Variables")
        .andIgnores("Description", "Tags", "TracingEnabled");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RestApiId", "StageName");
  }

  @Override
  String newId(ResourceRequest request) throws ResourceFailed {
    return Properties.required(request, "StageName");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String name) throws ResourceFailed {
    JsonNode properties = request.properties();
    JsonNode accessLog = properties.path("AccessLogSetting");
    Properties.onlyKeys(request, "AccessLogSetting", accessLog, Set.of("DestinationArn", "Format"));
    RestStageSettings settings =
        new RestStageSettings(
            Properties.required(request, "DeploymentId"),
            Properties.textMap(properties.path("Variables")),
            limits(request),
            logs.of(apiId, accessLog));
    apis.change(request, apiId, draft -> draft.withStage(name, settings));
    return new Provisioned(name, Map.of());
  }

  private static Map<String, TokenBucket.Limit> limits(ResourceRequest request)
      throws UnsupportedProperty {
    Map<String, TokenBucket.Limit> limits = new HashMap<>();
    JsonNode all = request.properties().path("MethodSettings");
    for (int i = 0; i < all.size(); i++) {
      JsonNode settings = all.path(i);
      Properties.onlyKeys(request, "MethodSettings." + i, settings, SETTINGS);
      TokenBucket.Limit limit = Properties.limit(settings);
      if (limit != null) {
        limits.put(
            path(settings.path("ResourcePath").asText("/*"))
                + " "
                + settings.path("HttpMethod").asText("*"),
            limit);
      }
    }
    return Map.copyOf(limits);
  }

  /** In method settings a slash within a path is written as {@code ~1}. */
  private static String path(String setting) {
    String path = setting.substring(setting.startsWith("/") ? 1 : 0).replace("~1", "/");
    return path.startsWith("/") ? path : "/" + path;
  }

  @Override
  RestApiDraft without(RestApiDraft draft, String name) {
    return draft.withStage(name, null);
  }
}
