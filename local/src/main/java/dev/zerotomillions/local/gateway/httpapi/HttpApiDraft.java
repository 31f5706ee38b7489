package dev.zerotomillions.local.gateway.httpapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP API as its resources describe it. Immutable; every change makes another. */
record HttpApiDraft(
    String id,
    String region,
    String account,
    @Nullable Cors cors,
    Contents live,
    Map<String, Contents> deployments,
    Map<String, StageSettings> stages) {

  /** The routes and integrations at one time. */
  record Contents(Map<String, HttpRoute> routes, Map<String, HttpIntegration> integrations) {
    static final Contents EMPTY = new Contents(Map.of(), Map.of());
  }

  static HttpApiDraft empty(String id, String region, String account) {
    return new HttpApiDraft(id, region, account, null, Contents.EMPTY, Map.of(), Map.of());
  }

  HttpApiDraft withCors(@Nullable Cors other) {
    return new HttpApiDraft(id, region, account, other, live, deployments, stages);
  }

  HttpApiDraft withRoute(String routeId, @Nullable HttpRoute route) {
    return withLive(new Contents(changed(live.routes, routeId, route), live.integrations));
  }

  HttpApiDraft withIntegration(String integrationId, @Nullable HttpIntegration integration) {
    return withLive(
        new Contents(live.routes, changed(live.integrations, integrationId, integration)));
  }

  /** With a deployment of what is live now. */
  HttpApiDraft withDeployment(String deploymentId) {
    return new HttpApiDraft(
        id, region, account, cors, live, changed(deployments, deploymentId, live), stages);
  }

  HttpApiDraft withoutDeployment(String deploymentId) {
    return new HttpApiDraft(
        id, region, account, cors, live, changed(deployments, deploymentId, null), stages);
  }

  HttpApiDraft withStage(String name, @Nullable StageSettings settings) {
    return new HttpApiDraft(
        id, region, account, cors, live, deployments, changed(stages, name, settings));
  }

  private HttpApiDraft withLive(Contents contents) {
    return new HttpApiDraft(id, region, account, cors, contents, deployments, stages);
  }

  private static <V> Map<String, V> changed(Map<String, V> map, String key, @Nullable V value) {
    Map<String, V> copy = new HashMap<>(map);
    if (value == null) {
      copy.remove(key);
    } else {
      copy.put(key, value);
    }
    return Map.copyOf(copy);
  }

  /** The stages as they are served. */
  Map<String, HttpStage> served() {
    Map<String, HttpStage> served = new HashMap<>();
    stages.forEach((name, settings) -> served.put(name, served(name, settings)));
    return Map.copyOf(served);
  }

  private HttpStage served(String name, StageSettings settings) {
    Contents contents =
        settings.autoDeploy()
            ? live
            : deployments.getOrDefault(settings.deploymentId(), Contents.EMPTY);
    List<HttpRoute> routes = contents.routes.values().stream().sorted().toList();
    return new HttpStage(
        id,
        region,
        account,
        name,
        routes,
        contents.integrations,
        settings.variables(),
        settings.limits(),
        settings.defaultLimit(),
        settings.accessLog());
  }
}
