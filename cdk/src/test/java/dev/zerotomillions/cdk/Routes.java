package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes that a template's gateway serves, as {@code GET /api/products/{id}}. */
final class Routes {
  private Routes() {}

  static Set<String> of(Synthesis synthesis) {
    Set<String> routes =
        synthesis
            .resources("Shop", "AWS::ApiGatewayV2::Route")
            .map(route -> route.properties().get("RouteKey").asText())
            .collect(toCollection(TreeSet::new));
    Map<String, Synthesis.Resource> paths =
        synthesis
            .resources("Shop", "AWS::ApiGateway::Resource")
            .collect(Collectors.toMap(Synthesis.Resource::id, Function.identity()));
    synthesis
        .resources("Shop", "AWS::ApiGateway::Method")
        .filter(method -> !method.properties().get("HttpMethod").asText().equals("OPTIONS"))
        .map(
            method ->
                method.properties().get("HttpMethod").asText()
                    + " "
                    + path(paths, method.properties().at("/ResourceId/Ref").asText()))
        .forEach(routes::add);
    return routes;
  }

  private static String path(Map<String, Synthesis.Resource> paths, String id) {
    Synthesis.Resource resource = paths.get(id);
    if (resource == null) {
      return "";
    }
    return path(paths, resource.properties().at("/ParentId/Ref").asText())
        + "/"
        + resource.properties().get("PathPart").asText();
  }
}
