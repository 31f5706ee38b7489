package dev.zerotomillions.monolith.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.json.Json;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents themselves: valid, whole, and one with each other. */
class DocumentsTest {

  static Stream<Contract> documents() {
    return Stream.concat(Contract.ofServices().stream(), Stream.of(Contract.ofShop()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void document_isValidOpenApi31(Contract document) {
    assertEquals("3.1.0", document.root().get("openapi"));
    var read = new OpenAPIV3Parser().readContents(document.text());
    assertEquals(List.of(), read.getMessages());
    assertFalse(read.getOpenAPI().getPaths().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void reference_pointsAtSomething(Contract document) {
    for (var reference : Json.writeText(document.root()).split("\"\\$ref\":\"", -1)) {
      if (reference.startsWith("#/")) {
        var address = reference.substring(0, reference.indexOf('"'));
        assertFalse(document.resolved(Map.of("$ref", address)).isEmpty(), address);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void example_isWhatItsSchemaSays(Contract document) {
    for (Operation operation : document.operations()) {
      operation
          .body()
          .filter(body -> body.example() != null)
          .ifPresent(
              body ->
                  assertEquals(
                      List.of(),
                      document.violations(body.schema(), Json.writeText(body.example())),
                      operation.toString()));
      for (int status = 200; status < 600; status++) {
        if (operation.tells(status)) {
          checkExamples(operation, status);
        }
      }
    }
  }

  private static void checkExamples(Operation operation, int status) {
    if (operation.response(status).get("content") instanceof Map<?, ?> content) {
      for (var media : content.values()) {
        var example = Contract.object(media).get("example");
        if (example != null) {
          var schema = Contract.object(media).get("schema");
          assertEquals(
              List.of(),
              operation.contract().violations(schema, Json.writeText(example)),
              operation + " " + status);
        }
      }
    }
  }

  /** What a reader of a document wants to know of each operation. */
  @ParameterizedTest
  @MethodSource("documents")
  void operation_isToldWhole(Contract document) {
    List<String> missing = new ArrayList<>();
    for (Operation operation : document.operations()) {
      if (operation.members().get("summary") == null) {
        missing.add(operation + " has no summary");
      }
      if (operation.body().isPresent() && !operation.tells(413)) {
        missing.add(operation + " takes a body of any length");
      }
      if (operation.body().stream().anyMatch(body -> body.example() == null)) {
        missing.add(
            operation + " has no example: add events/<service>/" + operation.id() + ".json");
      }
      if (operation.wants("bearer") && !operation.tells(401)) {
        missing.add(operation + " lets everybody in");
      }
      for (Operation.Parameter parameter : operation.parameters("path")) {
        if (parameter.schema().get("pattern") == null && parameter.schema().get("enum") == null) {
          missing.add(operation + " takes any " + parameter.name());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void operationsOfAllServices_haveOneNameEach() {
    List<String> ids =
        Contract.ofServices().stream()
            .flatMap(document -> document.operations().stream())
            .map(Operation::id)
            .toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  @Test
  void shop_isWhatItsServicesSay_butForWhatIsInternal() {
    Map<String, Map<?, ?>> services = new HashMap<>();
    Contract.ofServices().stream()
        .flatMap(document -> document.operations().stream())
        .filter(operation -> operation.path().matches("/(api|\\.well-known)/.*"))
        .forEach(operation -> services.put(operation.id(), operation.members()));
    assertEquals(
        services,
        Contract.ofShop().operations().stream()
            .collect(Collectors.toMap(Operation::id, Operation::members)));
    assertTrue(services.size() > 20, services.keySet().toString());
  }
}
