package dev.zerotomillions.local.gateway.httpapi;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Map;

/** {@code AWS::ApiGatewayV2::Deployment}. */
final class HttpDeploymentType extends HttpApiPart {
  HttpDeploymentType(HttpApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGatewayV2::Deployment";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("ApiId").andIgnores("Description");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    apis.change(request, apiId, draft -> draft.withDeployment(id));
    return new Provisioned(id, Map.of("DeploymentId", TextNode.valueOf(id)));
  }

  @Override
  HttpApiDraft without(HttpApiDraft draft, String id) {
    return draft.withoutDeployment(id);
  }
}
