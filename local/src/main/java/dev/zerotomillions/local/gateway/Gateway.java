package dev.zerotomillions.local.gateway;

import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.InvokePermissions;
import dev.zerotomillions.local.gateway.common.AccessLogs;
import dev.zerotomillions.local.gateway.common.Api;
import dev.zerotomillions.local.gateway.common.ApiDirectory;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.gateway.common.Invoker;
import dev.zerotomillions.local.gateway.common.Throttles;
import dev.zerotomillions.local.gateway.httpapi.HttpApis;
import dev.zerotomillions.local.gateway.restapi.RestApis;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.web.WebHandler;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * API Gateway: routes clients' requests to the functions behind the deployed APIs. Requests that
 * name no API go to the one that was created last.
 */
public final class Gateway implements WebHandler {
  private final ApiDirectory directory = new ApiDirectory();
  private final List<ResourceType> resourceTypes = new ArrayList<>();

  /**
   * Makes a gateway without any API.
   *
   * @param authorizer decides on routes with IAM authorization
   * @param logFolder where access logs go
   */
  public Gateway(
      Functions functions,
      InvokePermissions permissions,
      IamAuthorizer authorizer,
      Path logFolder,
      InstantSource clock,
      LongSupplier nanoTime)
      throws IOException {
    Files.createDirectories(logFolder);
    Invoker invoker = new Invoker(functions, permissions);
    Throttles throttles = new Throttles(nanoTime);
    AccessLogs logs = new AccessLogs(logFolder);
    resourceTypes.addAll(
        new HttpApis(directory, invoker, authorizer, throttles, clock).resourceTypes(logs));
    resourceTypes.addAll(
        new RestApis(directory, invoker, authorizer, throttles, clock).resourceTypes(logs));
  }

  /** The resource types that make up both kinds of API. */
  public List<ResourceType> resourceTypes() {
    return List.copyOf(resourceTypes);
  }

  /** The routes that answer at the root, as {@code GET /pets/{id}}. */
  public List<String> routes() {
    Api api = directory.newest();
    String stage = api == null ? null : api.rootStage();
    return api == null || stage == null ? List.of() : api.routes(stage);
  }

  @Override
  public WebResponse handle(WebRequest request) throws InterruptedException {
    Address address = Address.of(request);
    if (address != null) {
      Api api = directory.find(address.apiId());
      return api == null ? noSuchApi(address.apiId()) : address.serve(api, request);
    }
    Api api = directory.newest();
    String stage = api == null ? null : api.rootStage();
    return api == null || stage == null
        ? WebResponse.json(404, "{\"message\":\"No API is deployed yet\"}")
        : api.serve(request, stage, request.path(), false);
  }

  /** AWS has no DNS name for an API that is not there; a message is kinder. */
  private WebResponse noSuchApi(String id) {
    String known = String.join(", ", directory.ids());
    return WebResponse.json(
        404,
        "{\"message\":\"There is no API %s. Deployed: %s\"}"
            .formatted(id.replaceAll("[^A-Za-z0-9-]", "?"), known.isEmpty() ? "none" : known));
  }
}
