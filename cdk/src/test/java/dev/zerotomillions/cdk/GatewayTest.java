package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.cdk.endpoints.Registry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class GatewayTest {
  @Test
  void httpApi_throttlesByPhaseAndLogsEachRequest() {
    for (Map.Entry<String, Integer> rate : Map.of("0", 100, "1", 2000).entrySet()) {
      Template template = Synthesis.of(rate.getKey(), "http").template("Shop");
      template.hasResourceProperties(
          "AWS::ApiGatewayV2::Stage",
          Match.objectLike(
              Map.of(
                  "StageName",
                  "$default",
                  "AutoDeploy",
                  true,
                  "AccessLogSettings",
                  Map.of(
                      "DestinationArn",
                      Match.anyValue(),
                      "Format",
                      Match.stringLikeRegexp("\\{\"requestId\".*")),
                  "DefaultRouteSettings",
                  Match.objectLike(Map.of("ThrottlingRateLimit", rate.getValue())))));
    }
  }

  @Test
  void restApi_hasTheSameRoutesOnAStageOfItsOwn() {
    Template template = Synthesis.of("1", "rest").template("Shop");

    template.hasResourceProperties(
        "AWS::ApiGateway::Stage",
        Match.objectLike(
            Map.of(
                "StageName",
                "prod",
                "MethodSettings",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "HttpMethod", "*",
                                "ResourcePath", "/*",
                                "ThrottlingRateLimit", 2000)))))));
    template.resourcePropertiesCountIs(
        "AWS::ApiGateway::Method",
        Match.objectLike(Map.of("Integration", Match.objectLike(Map.of("Type", "AWS_PROXY")))),
        Routes.of(Synthesis.of("1", "http")).size());
    assertEquals(Routes.of(Synthesis.of("1", "http")), Routes.of(Synthesis.of("1", "rest")));
  }

  @ParameterizedTest
  @MethodSource("dev.zerotomillions.cdk.Synthesis#contexts")
  void routes_areThoseOfTheRegistry(Map<String, String> context) {
    assertEquals(
        exposed(context).endpoints().stream()
            .flatMap(endpoint -> endpoint.routes().stream())
            .map(Object::toString)
            .collect(toSet()),
        Routes.of(Synthesis.of(context)));
  }

  private static Registry exposed(Map<String, String> context) {
    Registry registry = Registry.ofShop();
    Registry paid = "stripe".equals(context.get("payments")) ? registry.ofServices() : registry;
    return "0".equals(context.get("phase")) ? paid.ofPublic() : paid;
  }

  @Test
  void routes_switchOnlyOnceTheirFunctionMayBeInvoked() {
    Set<String> permissions =
        Synthesis.of("1", "rest")
            .resources("Shop", "AWS::Lambda::Permission")
            .map(Synthesis.Resource::id)
            .collect(toSet());

    assertTrue(
        Synthesis.of("1", "http")
            .resources("Shop", "AWS::ApiGatewayV2::Route")
            .allMatch(
                route -> dependencies(route).stream().anyMatch(id -> id.contains("Permission"))));
    assertTrue(
        Synthesis.of("1", "rest")
            .resources("Shop", "AWS::ApiGateway::Deployment")
            .allMatch(deployment -> dependencies(deployment).containsAll(permissions)));
  }

  private static List<String> dependencies(Synthesis.Resource resource) {
    return resource.body().path("DependsOn").valueStream().map(JsonNode::asText).toList();
  }
}
