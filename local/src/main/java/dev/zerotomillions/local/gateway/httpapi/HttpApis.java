package dev.zerotomillions.local.gateway.httpapi;

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

/** All HTTP APIs, and the resource types that they are made of. */
public final class HttpApis {
  private final Map<String, HttpApiDraft> drafts = new HashMap<>();
  private final ApiDirectory directory;
  private final Invoker invoker;
  private final IamAuthorizer authorizer;
  private final Throttles throttles;
  private final InstantSource clock;

  public HttpApis(
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
        new HttpApiType(this),
        new HttpRouteType(this),
        new HttpIntegrationType(this),
        new HttpStageType(this, logs),
        new HttpDeploymentType(this));
  }

  synchronized void create(HttpApiDraft empty, UnaryOperator<HttpApiDraft> change) {
    publish(change.apply(drafts.getOrDefault(empty.id(), empty)));
  }

  /** Changes an API and publishes it at once. */
  synchronized void change(
      ResourceRequest request, String apiId, UnaryOperator<HttpApiDraft> change)
      throws ResourceFailed {
    HttpApiDraft draft = drafts.get(apiId);
    if (draft == null) {
      throw new ResourceFailed(
          "%s/%s (%s): there is no HTTP API %s"
              .formatted(request.stack(), request.logicalId(), request.type(), apiId));
    }
    publish(change.apply(draft));
  }

  /** Takes a part from an API; one that is gone has no parts. */
  synchronized void remove(String apiId, UnaryOperator<HttpApiDraft> change) {
    HttpApiDraft draft = drafts.get(apiId);
    if (draft != null) {
      publish(change.apply(draft));
    }
  }

  synchronized void delete(String apiId) {
    drafts.remove(apiId);
    directory.remove(apiId);
  }

  private void publish(HttpApiDraft draft) {
    drafts.put(draft.id(), draft);
    directory.publish(
        new HttpApi(
            draft.id(), draft.served(), draft.cors(), invoker, authorizer, throttles, clock));
  }
}
