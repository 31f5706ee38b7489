package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The routes that controllers have, as the build's OpenAPI documents say, and those exposed. */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  static Stream<Service> services() {
    return EnumSet.complementOf(EnumSet.of(Service.MONOLITH)).stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void controllersAndStacks_haveTheSameRoutes(Service service) throws IOException {
    Path classes = Path.of("..", "functions", service.id(), "target", "classes");
    assumeTrue(
        Files.isDirectory(classes.resolve("dev")), "functions/" + service.id() + " is not built");
    Path document = classes.resolve("META-INF/openapi").resolve(service.id() + ".json");
    assertTrue(Files.exists(document), "the build writes no " + document);

    assertEquals(registered(service), described(new ObjectMapper().readTree(document.toFile())));
  }

  private static Map<String, String> registered(Service service) {
    Map<String, String> routes = new TreeMap<>();
    Registry.ofShop().endpoints().stream()
        .filter(endpoint -> endpoint.service() == service)
        .forEach(
            endpoint ->
                endpoint.routes().forEach(route -> routes.put(route.toString(), endpoint.name())));
    return routes;
  }

  private static Map<String, String> described(JsonNode document) {
    Map<String, String> routes = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            String method = operation.getKey().toUpperCase(Locale.ROOT);
                            routes.put(
                                method + " " + path.getKey(), function(operation.getValue()));
                          }
                        }));
    return routes;
  }

  /** Returns the operation's function: a second route's id ends in {@code Of} and what differs. */
  private static String function(JsonNode operation) {
    String id = operation.path("operationId").asText();
    return Registry.ofShop().endpoints().stream()
        .map(Endpoint::name)
        .filter(name -> id.startsWith(name + "Of"))
        .findFirst()
        .orElse(id);
  }
}
