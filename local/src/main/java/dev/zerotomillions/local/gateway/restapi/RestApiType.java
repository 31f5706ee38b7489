package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.gateway.common.Ids;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;

/** {@code AWS::ApiGateway::RestApi}. */
final class RestApiType implements ResourceType {
  private final RestApis apis;

  RestApiType(RestApis apis) {
    this.apis = apis;
  }

  @Override
  public String name() {
    return "AWS::ApiGateway::RestApi";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("Name", "BinaryMediaTypes")
        .andIgnores("Description", "EndpointConfiguration", "Tags");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, Ids.of(request, 10));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    apis.delete(current.physicalId());
  }

  private Provisioned put(ResourceRequest request, String id) throws ResourceFailed {
    Properties.required(request, "Name");
    BinaryTypes types =
        new BinaryTypes(Properties.texts(request.properties().path("BinaryMediaTypes")));
    apis.create(
        RestApiDraft.empty(id, request.region(), request.account()),
        draft -> draft.withBinaryTypes(types));
    return new Provisioned(
        id,
        Map.of(
            "RestApiId",
            TextNode.valueOf(id),
            "RootResourceId",
            TextNode.valueOf(RestApiDraft.rootId(id))));
  }
}
