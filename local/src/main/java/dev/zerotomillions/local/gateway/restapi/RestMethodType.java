package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGateway::Method}. */
final class RestMethodType extends RestApiPart {
  private static final int LONGEST_MILLIS = 29_000;
  private static final Set<String> PROXY_KEYS =
      Set.of("Type", "Uri", "IntegrationHttpMethod", "TimeoutInMillis", "PassthroughBehavior");

  RestMethodType(RestApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::Method";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "RestApiId",
            "ResourceId",
            "HttpMethod",
            "AuthorizationType",
            "ApiKeyRequired",
            "Integration",
            "MethodResponses")
        .andIgnores("OperationName");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RestApiId", "ResourceId", "HttpMethod");
  }

  @Override
  String newId(ResourceRequest request) throws ResourceFailed {
    return "%s|%s|%s"
        .formatted(
            Properties.required(request, "RestApiId"),
            Properties.required(request, "ResourceId"),
            Properties.required(request, "HttpMethod"));
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    Properties.only(request, "ApiKeyRequired", "false");
    RestApiDraft.Method method =
        new RestApiDraft.Method(
            Properties.required(request, "ResourceId"),
            Properties.required(request, "HttpMethod"),
            new RestMethod(integration(request), Properties.iamAuthorization(request)));
    apis.change(request, apiId, draft -> draft.withMethod(id, method));
    return new Provisioned(id, Map.of());
  }

  private static RestIntegration integration(ResourceRequest request) throws ResourceFailed {
    JsonNode integration = request.properties().path("Integration");
    String type = integration.path("Type").asText("");
    return switch (type) {
      case "AWS_PROXY" -> proxy(request, integration);
      case "MOCK" -> MockIntegration.of(request, integration);
      default ->
          throw new UnsupportedProperty(
              request, "Integration.Type", "\"" + type + "\"; write \"AWS_PROXY\" or \"MOCK\"");
    };
  }

  private static RestIntegration proxy(ResourceRequest request, JsonNode integration)
      throws ResourceFailed {
    Properties.onlyKeys(request, "Integration", integration, PROXY_KEYS);
    String uri = integration.path("Uri").asText("");
    int millis = integration.path("TimeoutInMillis").asInt(LONGEST_MILLIS);
    boolean valid =
        uri.contains(":function:")
            && integration.path("IntegrationHttpMethod").asText().equals("POST")
            && millis >= 50
            && millis <= LONGEST_MILLIS;
    if (!valid) {
      throw new ResourceFailed(
          "%s/%s: an AWS_PROXY integration needs a function's Uri, IntegrationHttpMethod POST, and TimeoutInMillis between 50 and 29000"
              .formatted(request.stack(), request.logicalId()));
    }
    return new RestIntegration.LambdaProxy(Invoker.functionIn(uri), Duration.ofMillis(millis));
  }

  @Override
  RestApiDraft without(RestApiDraft draft, String id) {
    return draft.withMethod(id, null);
  }
}
