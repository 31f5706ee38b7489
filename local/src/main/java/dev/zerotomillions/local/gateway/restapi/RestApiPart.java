package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.gateway.common.Ids;
import dev.zerotomillions.local.gateway.common.Properties;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Set;

/** A resource type that is part of a REST API and belongs to it by {@code RestApiId}. */
abstract class RestApiPart implements ResourceType {
  final RestApis apis;

  RestApiPart(RestApis apis) {
    this.apis = apis;
  }

  /** Puts the part into its API under an id; the part may be there already. */
  abstract Provisioned put(ResourceRequest request, String apiId, String id) throws ResourceFailed;

  abstract RestApiDraft without(RestApiDraft draft, String id);

  String newId(ResourceRequest request) throws ResourceFailed {
    return Ids.of(request, 6);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RestApiId");
  }

  @Override
  public final Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, Properties.required(request, "RestApiId"), newId(request));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, Properties.required(request, "RestApiId"), current.physicalId());
  }

  @Override
  public final void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    String apiId = Properties.required(request, "RestApiId");
    put(request, apiId, current.physicalId());
    apis.change(request, apiId, RestApiDraft::redeployed);
  }

  @Override
  public final void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    apis.remove(
        Properties.required(request, "RestApiId"), draft -> without(draft, current.physicalId()));
  }
}
