package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Map;

/** {@code AWS::ApiGatewayV2::Route}. */
final class HttpRouteType extends HttpApiPart {
  private static final String INTEGRATIONS = "integrations/";

  HttpRouteType(HttpApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGatewayV2::Route";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("ApiId", "RouteKey", "Target", "AuthorizationType")
        .andIgnores("OperationName");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    boolean iam = Properties.iamAuthorization(request);
    String key = Properties.required(request, "RouteKey");
    String target = Properties.required(request, "Target");
    boolean wellFormed = key.equals(HttpRoute.DEFAULT) || key.matches("[A-Z]+ /.*");
    if (!wellFormed || !target.startsWith(INTEGRATIONS)) {
      throw new ResourceFailed(
          "%s/%s: a route needs a key such as \"GET /products\" and a target integrations/<id>"
              .formatted(request.stack(), request.logicalId()));
    }
    HttpRoute route = HttpRoute.of(key, target.substring(INTEGRATIONS.length()), iam);
    apis.change(request, apiId, draft -> draft.withRoute(id, route));
    return new Provisioned(id, Map.of("RouteId", TextNode.valueOf(id)));
  }

  @Override
  HttpApiDraft without(HttpApiDraft draft, String id) {
    return draft.withRoute(id, null);
  }
}
