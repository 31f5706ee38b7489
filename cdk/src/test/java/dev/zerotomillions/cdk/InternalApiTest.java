package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.SampleRegistry;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How functions call those of other services. */
class InternalApiTest {
  private static final Registry SAMPLE = SampleRegistry.create();
  private static final String INVOKE = "execute-api:Invoke";

  private static Synthesis sample(String phase, String gateway) {
    return Synthesis.of(Synthesis.context(phase, gateway), SAMPLE);
  }

  private static Map<String, Set<String>> calls(String gateway, String function) {
    return new Functions(sample("1", gateway))
        .rights(function, "execute-api:").entrySet().stream()
            .collect(
                toMap(
                    entry -> entry.getKey().replaceAll(".*:<(Http|Rest)Api[^>]*>", "api"),
                    Map.Entry::getValue));
  }

  @Test
  void caller_mayInvokeTheRoutesThatItCallsAndThoseOfItsSubscribers() {
    assertEquals(
        Map.of(
            "api/$default/GET/internal/catalog/prices", Set.of(INVOKE),
            "api/$default/PUT/internal/inventory/reservations/*", Set.of(INVOKE),
            "api/$default/POST/internal/notifications/events", Set.of(INVOKE)),
        calls("http", "PlaceOrder"));
    assertEquals(
        Map.of("api/prod/POST/internal/notifications/events", Set.of(INVOKE)),
        calls("rest", "RelayOrderEvents"));
    assertEquals(Map.of(), calls("http", "ReserveStock"));
  }

  @Test
  void caller_knowsTheAddress_andWhoTakesItsEvents() {
    Functions http = new Functions(sample("1", "http"));
    Functions rest = new Functions(sample("1", "rest"));

    assertTrue(
        http.variable("PlaceOrder", "SHOP_URL").at("/Fn::GetAtt/1").asText().equals("ApiEndpoint"));
    assertTrue(
        Functions.flat(rest.variable("PlaceOrder", "SHOP_URL"))
            .matches("https://<RestApi.*>\\.execute-api\\.<AWS::Region>\\.<AWS::URLSuffix>/prod"));
    assertEquals(
        "{\"order.confirmed\":[],\"order.placed\":[\"/internal/notifications/events\"]}",
        http.variable("PlaceOrder", "EVENT_SUBSCRIBERS").asText());
    assertTrue(http.variable("ReserveStock", "SHOP_URL").isMissingNode());
    assertTrue(http.variable("ReserveStock", "EVENT_SUBSCRIBERS").isMissingNode());
  }

  @Test
  void caller_mayShareBreakersAndEmptyItsOutbox_inItsOwnTableAlone() {
    Functions functions = new Functions(sample("1", "http"));
    Set<String> outbox = Set.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem");

    assertEquals(Map.of("<Orders-Data>", outbox), functions.rights("PlaceOrder", "dynamodb:"));
    assertEquals(
        Map.of("<Payments-Data>", Set.of("dynamodb:GetItem", "dynamodb:PutItem")),
        functions.rights("ChargePayment", "dynamodb:"));
    assertEquals(
        Map.of("<Inventory-Data>", Set.of("dynamodb:PutItem")),
        functions.rights("ReserveStock", "dynamodb:"));
  }

  @Test
  void internalRoutes_areOpenToSignedCallsAlone() {
    assertEquals(
        Map.of("true", "AWS_IAM", "false", "NONE"),
        sample("1", "http")
            .resources("Shop", "AWS::ApiGatewayV2::Route")
            .collect(
                toMap(
                    route ->
                        String.valueOf(
                            route.properties().get("RouteKey").asText().contains(" /internal/")),
                    route -> route.properties().get("AuthorizationType").asText(),
                    InternalApiTest::same)));
    assertEquals(
        4,
        sample("1", "rest")
            .resources("Shop", "AWS::ApiGateway::Method")
            .filter(
                method -> method.properties().path("AuthorizationType").asText().equals("AWS_IAM"))
            .count());
  }

  @Test
  void internalRoutes_areNoneWhereOneFunctionCallsItself() {
    Functions monolith = new Functions(sample("0", "http"));

    assertTrue(
        Routes.of(sample("0", "http")).stream().noneMatch(each -> each.contains("internal")));
    assertEquals(Map.of(), monolith.rights("Monolith", "execute-api:"));
    assertTrue(monolith.variable("Monolith", "SHOP_URL").isMissingNode());
    assertEquals(
        "{\"order.confirmed\":[],\"order.placed\":[\"/internal/notifications/events\"]}",
        monolith.variable("Monolith", "EVENT_SUBSCRIBERS").asText());
  }

  @Test
  void preflights_areForPagesAlone() {
    assertEquals(
        2,
        sample("1", "rest")
            .resources("Shop", "AWS::ApiGateway::Method")
            .filter(method -> method.properties().get("HttpMethod").asText().equals("OPTIONS"))
            .count());
  }

  @Test
  void callOfSomethingThatIsNoInternalEndpoint_isRefused() {
    for (String name : Set.of("PlaceOrder", "None")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> SAMPLE.callable(name)).getMessage();
      assertEquals("no endpoint " + name + " is for other services", message);
    }
  }

  private static String same(String one, String other) {
    assertEquals(one, other);
    return one;
  }
}
