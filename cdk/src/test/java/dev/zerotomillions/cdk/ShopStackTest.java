package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.cdk.endpoints.Endpoint;
import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ShopStackTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  void phase0_servesEveryRouteByOneCappedFunction() {
    Map<String, String> stripe = Synthesis.withStripe(Synthesis.context("0", "http"));
    Template template = Synthesis.of(stripe).template("Shop");

    template.resourceCountIs(FUNCTION, 1);
    template.hasResourceProperties(
        FUNCTION, Match.objectLike(Map.of("ReservedConcurrentExecutions", 20)));
    template.resourceCountIs("AWS::ApiGatewayV2::Integration", 1);
  }

  @Test
  void phase1_givesEachEndpointAndTaskItsFunctionRoleLogAndAlarm() {
    Synthesis synthesis = Synthesis.of(Synthesis.withStripe(Synthesis.context("1", "http")));
    Template template = synthesis.template("Shop");
    Registry served = Registry.ofShop().ofServices().inline();
    int endpoints = served.endpoints().size();
    int tasks = served.tasks().size();

    template.resourceCountIs(FUNCTION, endpoints + tasks);
    template.resourceCountIs("AWS::IAM::Role", endpoints + 2 * tasks);
    template.resourceCountIs("AWS::Lambda::Alias", endpoints);
    template.resourceCountIs("AWS::Logs::LogGroup", endpoints + tasks + 1);
    assertEquals(
        served.workloads().stream().map(Workload::name).collect(toSet()),
        synthesis
            .resources("Shop", FUNCTION)
            .map(function -> variables(function).get("SHOP_FUNCTION").asText())
            .collect(toSet()));
    served.workloads().forEach(each -> assertAlarm(synthesis, each.name() + "Faults"));
    served.ofPublic().endpoints().stream()
        .filter(each -> each.hot() || each.onlyReads())
        .forEach(each -> assertAlarm(synthesis, each.name() + "Latency"));
  }

  private static void assertAlarm(Synthesis synthesis, String name) {
    assertTrue(
        synthesis
            .resources("Shop", ALARM)
            .anyMatch(alarm -> alarm.id().startsWith("Alarms" + name)),
        name);
  }

  @ParameterizedTest
  @MethodSource("dev.zerotomillions.cdk.Synthesis#contexts")
  void template_staysBelowCloudFormationsLimits(Map<String, String> context) {
    JsonNode template = Synthesis.of(context).json("Shop");

    assertTrue(template.path("Resources").size() <= 500);
    assertTrue(template.toString().length() < 1_000_000);
  }

  @ParameterizedTest
  @MethodSource("dev.zerotomillions.cdk.Synthesis#contexts")
  void everyFunction_runsOnJava25WithSnapshotsAndItsLog(Map<String, String> context) {
    Synthesis.of(context)
        .resources("Shop", FUNCTION)
        .forEach(
            function -> {
              JsonNode properties = function.properties();
              assertEquals("java25", properties.get("Runtime").asText());
              assertEquals("arm64", properties.at("/Architectures/0").asText());
              assertEquals(
                  "dev.zerotomillions.shared.http.ApiHandler::handleRequest",
                  properties.get("Handler").asText());
              assertEquals(
                  isInTheBackground(function) ? "" : "PublishedVersions",
                  properties.at("/SnapStart/ApplyOn").asText());
              assertEquals("JSON", properties.at("/LoggingConfig/LogFormat").asText());
              boolean shared = "rest".equals(context.get("gateway"));
              assertTrue(
                  properties
                      .at("/LoggingConfig/LogGroup/Ref")
                      .asText()
                      .startsWith(
                          "Logs"
                              + variables(function)
                                  .get(shared ? "SHOP_SERVICE" : "SHOP_FUNCTION")
                                  .asText()));
              assertEquals("Active", properties.at("/TracingConfig/Mode").asText());
              assertTrue(
                  properties.get("Timeout").asInt() <= (isInTheBackground(function) ? 60 : 28));
              assertTrue(properties.path("FunctionName").isMissingNode());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GetProduct,CATALOG_TABLE",
    "ListProducts,CATALOG_TABLE CURSOR_KEY_PARAMETER",
    "LogIn,SIGNING_KEY_PARAMETER USERS_TABLE",
    "PlaceOrder,EVENT_SUBSCRIBERS JWKS ORDERS_TABLE SHOP_URL",
    "GetOpenApi,''"
  })
  void environment_isWhatTheFunctionNeedsAndNoMore(String name, String variables) {
    Set<String> expected =
        Stream.concat(
                Arrays.stream(variables.split(" ")).filter(each -> !each.isEmpty()),
                Stream.of("SHOP_SERVICE", "SHOP_FUNCTION", "JAVA_TOOL_OPTIONS"))
            .collect(toSet());
    Synthesis.Resource function = function(Synthesis.of("1", "http"), name);

    Set<String> actual =
        variables(function).properties().stream().map(Map.Entry::getKey).collect(toSet());
    assertEquals(expected, actual);
  }

  @Test
  void provisioned_keepsHotFunctionsReadyInsteadOfSnapshots() {
    Map<String, String> context = Synthesis.context("1", "http");
    context.put("provisioned", "3");
    Synthesis synthesis = Synthesis.of(context);
    int hot = (int) Registry.ofShop().endpoints().stream().filter(Endpoint::hot).count();

    synthesis.template("Shop").resourceCountIs("AWS::ApplicationAutoScaling::ScalingPolicy", hot);
    assertTrue(function(synthesis, "GetProduct").properties().path("SnapStart").isMissingNode());
    assertTrue(function(synthesis, "PutProduct").properties().has("SnapStart"));
  }

  @Test
  void keyGeneration_rotatesTheKeyAndPublishesNewVersions() {
    Map<String, String> context = Synthesis.context("1", "http");
    context.put("keyGeneration", "2");
    Synthesis rotated = Synthesis.of(context);

    rotated
        .template("Shop")
        .hasResourceProperties("Custom::SigningKey", Match.objectLike(Map.of("Generation", "2")));
    Set<String> before = versions(Synthesis.of("1", "http"));
    assertTrue(versions(rotated).stream().noneMatch(before::contains));
  }

  private static Set<String> versions(Synthesis synthesis) {
    return synthesis
        .resources("Shop", "AWS::Lambda::Version")
        .map(Synthesis.Resource::id)
        .collect(toSet());
  }

  private static Synthesis.Resource function(Synthesis synthesis, String name) {
    return synthesis
        .resources("Shop", FUNCTION)
        .filter(function -> variables(function).get("SHOP_FUNCTION").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isInTheBackground(Synthesis.Resource function) {
    String name = variables(function).get("SHOP_FUNCTION").asText();
    return Stream.of(Registry.ofShop().tasks(), Registry.ofShop().workers())
        .<Workload>flatMap(List::stream)
        .anyMatch(each -> each.name().equals(name));
  }

  private static JsonNode variables(Synthesis.Resource function) {
    return function.properties().at("/Environment/Variables");
  }
}
