package dev.zerotomillions.cdk.constructs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Needs;
import dev.zerotomillions.cdk.endpoints.Registry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** The routes of the gateway by which functions call those of other services. */
public final class InternalApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Registry registry;
  private final ApiGateway gateway;

  public InternalApi(Registry registry, ApiGateway gateway) {
    this.registry = registry;
    this.gateway = gateway;
  }

  /** Returns the statements that allow exactly the calls that these needs name. */
  List<PolicyStatement> allow(Needs needs) {
    List<String> routes =
        called(needs)
            .flatMap(endpoint -> endpoint.routes().stream())
            .map(gateway::arn)
            .distinct()
            .toList();
    return routes.isEmpty()
        ? List.of()
        : List.of(
            PolicyStatement.Builder.create()
                .actions(List.of("execute-api:Invoke"))
                .resources(routes)
                .build());
  }

  /** Returns the environment variables that tell whom to call, and where. */
  Map<String, String> variables(Needs needs) {
    Map<String, String> variables = new TreeMap<>(subscribers(needs));
    if (needs.callsServices()) {
      variables.put("SHOP_URL", gateway.url());
    }
    return variables;
  }

  /** Returns the environment variable that tells who takes the events of these needs. */
  Map<String, String> subscribers(Needs needs) {
    return needs.publishes().isEmpty()
        ? Map.of()
        : Map.of("EVENT_SUBSCRIBERS", json(registry.paths(needs.publishes())));
  }

  private Stream<Endpoint> called(Needs needs) {
    return Stream.concat(
        needs.calls().stream().map(registry::callable),
        needs.publishes().stream().flatMap(event -> registry.subscribersTo(event).stream()));
  }

  private static String json(Map<String, List<String>> paths) {
    try {
      return JSON.writeValueAsString(paths);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("paths that JSON can't hold: " + paths, e);
    }
  }
}
