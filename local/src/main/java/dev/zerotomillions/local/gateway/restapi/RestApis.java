package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.AccessLogs;
import dev.zerotomillions.local.gateway.common.ApiDirectory;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.gateway.common.Throttles;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All REST APIs, and the resource types that they are made of. */
public final class RestApis {
  private final Map<String, RestApiDraft> drafts = new HashMap<>();
  private final ApiDirectory directory;
  private final Invoker invoker;
  private final IamAuthorizer authorizer;
  private final Throttles throttles;
  private final InstantSource clock;

  public RestApis(
      ApiDirectory directory,
      Invoker invoker,
      IamAuthorizer authorizer,
      Throttles throttles,
      InstantSource clock) {
    this.directory = directory;
    this.invoker = invoker;
    this.authorizer = authorizer;
    this.throttles = throttles;
    this.clock = clock;
  }

  public List<ResourceType> resourceTypes(AccessLogs logs) {
    return List.of(
        new RestApiType(this),
        new RestResourceType(this),
        new RestMethodType(this),
        new RestDeploymentType(this),
        new RestStageType(this, logs),
        new RestGatewayResponseType(this),
        new RestAccountType());
  }

  synchronized void create(RestApiDraft empty, UnaryOperator<RestApiDraft> change) {
    publish(change.apply(drafts.getOrDefault(empty.id(), empty)));
  }

  /** Changes an API and publishes it at once. */
  synchronized void change(
      ResourceRequest request, String apiId, UnaryOperator<RestApiDraft> change)
      throws ResourceFailed {
    RestApiDraft draft = drafts.get(apiId);
    if (draft == null) {
      throw new ResourceFailed(
          "%s/%s (%s): there is no REST API %s"
              .formatted(request.stack(), request.logicalId(), request.type(), apiId));
    }
    publish(change.apply(draft));
  }

  /** Takes a part from an API; one that is gone has no parts. */
  synchronized void remove(String apiId, UnaryOperator<RestApiDraft> change) {
    RestApiDraft draft = drafts.get(apiId);
    if (draft != null) {
      publish(change.apply(draft));
    }
  }

  synchronized void delete(String apiId) {
    drafts.remove(apiId);
    directory.remove(apiId);
  }

  private void publish(RestApiDraft draft) {
    drafts.put(draft.id(), draft);
    directory.publish(
        new RestApi(
            draft.id(),
            draft.region(),
            draft.account(),
            draft.served(),
            draft.binaryTypes(),
            new GatewayResponses(draft.responses()),
            invoker,
            authorizer,
            throttles,
            clock));
  }
}
