package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeastPrivilegeTest {
  /** Actions that no policy can limit to a resource: traces belong to none. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of("xray:PutTelemetryRecords", "xray:PutTraceSegments");

  @ParameterizedTest
  @MethodSource("dev.zerotomillions.cdk.Synthesis#contexts")
  void policies_nameEachActionAndResource(Map<String, String> context) {
    List<String> tooWide = new ArrayList<>();
    for (String stack : List.of("Shop", "Shop-Keys")) {
      statements(Synthesis.of(context), stack, "")
          .forEach(
              statement -> {
                boolean everything =
                    texts(statement.get("Resource")).anyMatch(LeastPrivilegeTest::isWide);
                texts(statement.get("Action"))
                    .filter(
                        action ->
                            action.contains("*")
                                || (everything && !WITHOUT_RESOURCE.contains(action)))
                    .forEach(tooWide::add);
                if (statement.has("NotAction") || statement.has("NotResource")) {
                  tooWide.add(statement.toString());
                }
              });
    }
    assertEquals(List.of(), tooWide);
  }

  @Test
  void wildcards_areForParametersOfInternalPathsAlone() {
    assertFalse(isWide("\"/$default/PUT/internal/payments/*\""));
    assertTrue(isWide("\"/*/PUT/internal/payments/1\""));
    assertTrue(isWide("\"/$default/*\""));
    assertTrue(isWide("\"/$default/PUT/api/*\""));
  }

  @Test
  void wildcards_areForFilesOfOneFolderAlone() {
    assertFalse(isWide("\"/exports/*\""));
    assertFalse(isWide("\"/uploads/*\""));
    assertTrue(isWide("\"/*\""));
    assertTrue(isWide("\"/ex*\""));
  }

  @Test
  void everyFunction_hasARoleOfItsOwn() {
    List<String> roles =
        Synthesis.of("1", "http")
            .resources("Shop", "AWS::Lambda::Function")
            .map(function -> function.properties().at("/Role/Fn::GetAtt/0").asText())
            .toList();

    assertEquals(roles.size(), Set.copyOf(roles).size());
  }

  @Test
  void getProduct_readsOneTableAndNothingElse() {
    assertEquals(Map.of("Catalog-Data", Set.of("dynamodb:GetItem")), tables("GetProduct"));
  }

  @Test
  void listProducts_queriesTheIndexAlone() {
    assertEquals(
        Map.of(
            "Catalog-Data", Set.of("dynamodb:GetItem"),
            "Catalog-Data/index/gsi1", Set.of("dynamodb:Query")),
        tables("ListProducts"));
  }

  @Test
  void getOpenApi_touchesNoTable() {
    assertEquals(Map.of(), tables("GetOpenApi"));
  }

  private static Map<String, Set<String>> tables(String function) {
    Map<String, Set<String>> tables = new TreeMap<>();
    statements(Synthesis.of("1", "http"), "Shop", function + "Role")
        .filter(
            statement -> texts(statement.get("Action")).anyMatch(a -> a.startsWith("dynamodb:")))
        .forEach(
            statement ->
                texts(statement.get("Action"))
                    .forEach(
                        action ->
                            tables
                                .computeIfAbsent(
                                    table(statement.get("Resource")), key -> new TreeSet<>())
                                .add(action)));
    return tables;
  }

  /** Returns the stack whose table this is, with the index if it is one. */
  private static String table(JsonNode resource) {
    JsonNode imported = resource.findValue("Fn::ImportValue");
    String stack = imported.asText().replaceAll(":.*", "");
    return stack + resource.path("Fn::Join").path(1).path(1).asText();
  }

  private static Stream<JsonNode> statements(Synthesis synthesis, String stack, String idStart) {
    return synthesis
        .resources(stack, "AWS::IAM::Role")
        .filter(role -> role.id().startsWith(idStart))
        .flatMap(role -> elements(role.properties().path("Policies")))
        .flatMap(policy -> elements(policy.at("/PolicyDocument/Statement")));
  }

  /**
   * Tells wildcards, but for the parameters of a path that one service calls of another, and for
   * the files of one folder.
   */
  private static boolean isWide(String resource) {
    return resource
        .replaceFirst("(/(GET|PUT|POST)/internal/)[^\"]*", "$1")
        .replaceFirst("\"/(exports|uploads)/\\*\"", "")
        .contains("*");
  }

  private static Stream<String> texts(JsonNode oneOrMore) {
    return oneOrMore.isArray()
        ? elements(oneOrMore).map(JsonNode::toString).map(LeastPrivilegeTest::unquoted)
        : Stream.of(unquoted(oneOrMore.toString()));
  }

  private static String unquoted(String json) {
    return json.replaceAll("^\"|\"$", "");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
