package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Map;

/**
 * {@code AWS::ApiGateway::Deployment}: the API's methods as they are when it is created. CDK makes
 * another deployment for every change of them, so that bringing one back from an earlier run can
 * take them as they are then.
 */
final class RestDeploymentType extends RestApiPart {
  RestDeploymentType(RestApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::Deployment";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("RestApiId").andIgnores("Description");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    apis.change(request, apiId, draft -> draft.withDeployment(id));
    return provisioned(id);
  }

  /** An update changes the description at most: what was deployed stays. */
  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return provisioned(current.physicalId());
  }

  private static Provisioned provisioned(String id) {
    return new Provisioned(id, Map.of("DeploymentId", TextNode.valueOf(id)));
  }

  @Override
  RestApiDraft without(RestApiDraft draft, String id) {
    return draft.withDeployment(id, null);
  }
}
