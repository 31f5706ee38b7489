package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Map;
import java.util.Set;

/** {@code AWS::ApiGateway::Resource}. */
final class RestResourceType extends RestApiPart {
  RestResourceType(RestApis apis) {
    super(apis);
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::Resource";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("RestApiId", "ParentId", "PathPart");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RestApiId", "ParentId", "PathPart");
  }

  @Override
  Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed {
    RestApiDraft.Node node =
        new RestApiDraft.Node(
            Properties.required(request, "ParentId"), Properties.required(request, "PathPart"));
    apis.change(request, apiId, draft -> draft.withNode(id, node));
    return new Provisioned(id, Map.of("ResourceId", TextNode.valueOf(id)));
  }

  @Override
  RestApiDraft without(RestApiDraft draft, String id) {
    return draft.withNode(id, null);
  }
}
