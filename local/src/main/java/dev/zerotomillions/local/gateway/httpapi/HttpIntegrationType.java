package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.time.Duration;
import java.util.Map;

/** {@code AWS::ApiGatewayV2::Integration}. */
final class HttpIntegrationType extends HttpApiPart {
  private static final int LONGEST_MILLIS = 30_000;

  HttpIntegrationType(HttpApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGatewayV2::Integration";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "ApiId",
            "IntegrationType",
            "IntegrationUri",
            "IntegrationMethod",
            "PayloadFormatVersion",
            "TimeoutInMillis")
        .andIgnores("Description");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    Properties.only(request, "IntegrationType", "AWS_PROXY");
    Properties.only(request, "IntegrationMethod", "POST");
    Properties.required(request, "PayloadFormatVersion");
    Properties.only(request, "PayloadFormatVersion", "2.0");
    String function = Invoker.functionIn(Properties.required(request, "IntegrationUri"));
    int millis = request.properties().path("TimeoutInMillis").asInt(LONGEST_MILLIS);
    if (millis < 50 || millis > LONGEST_MILLIS) {
      throw new ResourceFailed(
          "%s/%s: TimeoutInMillis must be between 50 and 30000"
              .formatted(request.stack(), request.logicalId()));
    }
    HttpIntegration integration = new HttpIntegration(function, Duration.ofMillis(millis));
    apis.change(request, apiId, draft -> draft.withIntegration(id, integration));
    return new Provisioned(id, Map.of("IntegrationId", TextNode.valueOf(id)));
  }

  @Override
  HttpApiDraft without(HttpApiDraft draft, String id) {
    return draft.withIntegration(id, null);
  }
}
