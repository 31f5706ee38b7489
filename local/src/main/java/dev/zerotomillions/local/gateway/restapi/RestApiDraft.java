package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.PathTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A REST API as its resources describe it. Immutable; every change makes another. */
record RestApiDraft(
    String id,
    String region,
    String account,
    BinaryTypes binaryTypes,
    Map<String, Node> nodes,
    Map<String, Method> methods,
    Map<String, List<RestResource>> deployments,
    Map<String, RestStageSettings> stages,
    Map<String, GatewayResponses.Custom> responses) {

  /** A resource: one segment below its parent. */
  record Node(String parentId, String pathPart) {}

  /** A method of a resource. */
  record Method(String resourceId, String httpMethod, RestMethod served) {}

  static RestApiDraft empty(String id, String region, String account) {
    return new RestApiDraft(
        id,
        region,
        account,
        new BinaryTypes(List.of()),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  static String rootId(String apiId) {
    return apiId.substring(0, 9) + "0";
  }

  RestApiDraft withBinaryTypes(BinaryTypes types) {
    return new RestApiDraft(
        id, region, account, types, nodes, methods, deployments, stages, responses);
  }

  RestApiDraft withNode(String nodeId, @Nullable Node node) {
    return new RestApiDraft(
        id,
        region,
        account,
        binaryTypes,
        changed(nodes, nodeId, node),
        methods,
        deployments,
        stages,
        responses);
  }

  RestApiDraft withMethod(String methodId, @Nullable Method method) {
    return new RestApiDraft(
        id,
        region,
        account,
        binaryTypes,
        nodes,
        changed(methods, methodId, method),
        deployments,
        stages,
        responses);
  }

  /** With a deployment of the resources and methods as they are now. */
  RestApiDraft withDeployment(String deploymentId) {
    return withDeployment(deploymentId, resources());
  }

  RestApiDraft withDeployment(String deploymentId, @Nullable List<RestResource> resources) {
    return new RestApiDraft(
        id,
        region,
        account,
        binaryTypes,
        nodes,
        methods,
        changed(deployments, deploymentId, resources),
        stages,
        responses);
  }

  /**
   * With every deployment taking the methods as they are now, so that the order in which parts are
   * brought back from an earlier run does not matter.
   */
  RestApiDraft redeployed() {
    RestApiDraft draft = this;
    for (String deploymentId : deployments.keySet()) {
      draft = draft.withDeployment(deploymentId);
    }
    return draft;
  }

  RestApiDraft withStage(String name, @Nullable RestStageSettings settings) {
    return new RestApiDraft(
        id,
        region,
        account,
        binaryTypes,
        nodes,
        methods,
        deployments,
        changed(stages, name, settings),
        responses);
  }

  RestApiDraft withResponse(String type, GatewayResponses.@Nullable Custom response) {
    return new RestApiDraft(
        id,
        region,
        account,
        binaryTypes,
        nodes,
        methods,
        deployments,
        stages,
        changed(responses, type, response));
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

  private List<RestResource> resources() {
    Map<String, Map<String, RestMethod>> byResource = new HashMap<>();
    for (Method method : methods.values()) {
      byResource
          .computeIfAbsent(method.resourceId, key -> new HashMap<>())
          .put(method.httpMethod, method.served);
    }
    List<RestResource> resources = new ArrayList<>();
    byResource.forEach(
        (resourceId, integrations) ->
            resources.add(
                new RestResource(
                    resourceId, PathTemplate.of(path(resourceId)), Map.copyOf(integrations))));
    return resources.stream().sorted().toList();
  }

  private String path(String resourceId) {
    Node node = nodes.get(resourceId);
    if (node == null) {
      return "/";
    }
    String parent = path(node.parentId);
    return parent.endsWith("/") ? parent + node.pathPart : parent + "/" + node.pathPart;
  }

  /** The stages as they are served. */
  Map<String, RestStage> served() {
    Map<String, RestStage> served = new HashMap<>();
    stages.forEach(
        (name, settings) ->
            served.put(
                name,
                new RestStage(
                    name,
                    settings.deploymentId(),
                    deployments.getOrDefault(settings.deploymentId(), List.of()),
                    settings.variables(),
                    settings.limits(),
                    settings.accessLog())));
    return Map.copyOf(served);
  }
}
