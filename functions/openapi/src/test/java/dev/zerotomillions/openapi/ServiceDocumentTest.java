package dev.zerotomillions.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceDocumentTest {
  /** As the compiler writes it, in small. */
  private static final String WRITTEN =
      """
      {"openapi": "3.0.1", "info": {"title": "Service"}, "paths": {
        "/api/teas/{id}": {"put": {"operationId": "PutTea",
          "parameters": [
            {"name": "Idempotency-Key", "in": "header", "schema": {"type": "object"}},
            {"name": "id", "in": "path", "schema": {"pattern": "[a-z]+", "type": "string"}},
            {"name": "hot", "in": "query", "explode": false,
             "schema": {"type": "string", "nullable": true}}],
          "requestBody": {"content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/TeaDraft"}}}},
          "responses": {
            "200": {"description": "The tea", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Tea"}}}},
            "409": {"description": "Conflict", "$ref": "#/components/responses/Conflict"}}}},
        "/internal/teas": {"get": {"operationId": "CountTeas", "responses": {
          "200": {"description": "How many"}}}}},
       "components": {"schemas": {
         "Tea": {"type": "object", "properties": {
           "name": {"type": "string"}, "origin": {"type": "string", "nullable": true},
           "price": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/Price"}]}}},
         "TeaDraft": {"type": "object", "properties": {
           "name": {"type": "string", "nullable": true},
           "labels": {"type": "object", "additionalProperties": {"type": "object"}}}},
         "Price": {"type": "object"}, "Cup": {"type": "object"}}}}
      """;

  @TempDir private Path events;

  private static Document document(String json) {
    return new Document(Tree.object(Json.read(json.getBytes(StandardCharsets.UTF_8))));
  }

  private Document completed() throws IOException {
    var document = document(WRITTEN);
    ServiceDocument.complete(document, "teas", Document.empty(), events);
    return document;
  }

  private static @Nullable Object at(Document document, String... names) {
    @Nullable Object value = document.root();
    for (var name : names) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(name))
              : Tree.object(value).get(name);
    }
    return value;
  }

  @Test
  void document_isRaised() throws IOException {
    var document = completed();
    assertEquals("3.1.0", at(document, "openapi"));
    var put = new String[] {"paths", "/api/teas/{id}", "put"};
    var id = at(document, put[0], put[1], put[2], "parameters", "1", "schema", "pattern");
    assertEquals("^[a-z]+$", id);
    assertEquals(
        Map.of("name", "hot", "in", "query", "schema", Map.of("type", "string")),
        at(document, put[0], put[1], put[2], "parameters", "2"));
    assertEquals(
        Map.of("$ref", "#/components/responses/Conflict"),
        at(document, put[0], put[1], put[2], "responses", "409"));
    var labels = at(document, "components", "schemas", "TeaDraft", "properties", "labels");
    assertEquals(Map.of("type", "object", "additionalProperties", true), labels);
  }

  @Test
  void everyOperation_saysWhatTheEntryHandlerDoes() throws IOException {
    var document = completed();
    for (var operation : document.operations()) {
      assertTrue(
          operation.responses().keySet().containsAll(List.of("406", "500", "503")),
          operation.toString());
      assertTrue(
          operation.parameters().toString().contains("X-Correlation-Id"), operation.toString());
    }
    assertTrue(at(document, "paths", "/api/teas/{id}", "put", "responses", "400") != null);
    assertEquals(
        Map.of("$ref", "#/components/parameters/Idempotency-Key"),
        at(document, "paths", "/api/teas/{id}", "put", "parameters", "0"));
    var internal = Tree.object(at(document, "paths", "/internal/teas", "get"));
    assertEquals(List.of(Map.of("iam", List.of())), internal.get("security"));
    assertTrue(Tree.child(internal, "responses").containsKey("404"));
    assertFalse(Tree.child(internal, "responses").containsKey("400"));
  }

  @Test
  void bodies_areClosed_andAnswersHoldNoNull() throws IOException {
    var document = completed();
    assertEquals(false, at(document, "components", "schemas", "TeaDraft", "additionalProperties"));
    assertEquals(
        List.of("string", "null"),
        at(document, "components", "schemas", "TeaDraft", "properties", "name", "type"));
    assertEquals(null, at(document, "components", "schemas", "Tea", "additionalProperties"));
    assertEquals(
        "string", at(document, "components", "schemas", "Tea", "properties", "origin", "type"));
    assertEquals(
        Map.of("$ref", "#/components/schemas/Price"),
        at(document, "components", "schemas", "Tea", "properties", "price"));
  }

  @Test
  void unusedComponents_areLeftOut() throws IOException {
    var document = completed();
    assertFalse(document.components("schemas").containsKey("Cup"));
    assertTrue(document.components("schemas").containsKey("Price"));
    assertFalse(document.components("responses").containsKey("PaymentDeclined"));
    assertEquals(List.of("iam"), List.copyOf(document.components("securitySchemes").keySet()));
  }

  @Test
  void sampleEvent_isTheExample() throws IOException {
    Files.writeString(
        events.resolve("PutTea.json"), "{\"body\": \"{\\\"name\\\": \\\"${PRODUCT}\\\"}\"}");
    assertEquals(
        Map.of("name", "espresso-cup"),
        at(
            completed(),
            "paths",
            "/api/teas/{id}",
            "put",
            "requestBody",
            "content",
            "application/json",
            "example"));
  }

  @Test
  void missingDocument_isToldWithTheFix() {
    var missing = events.resolve("teas.json").toString();
    var thrown =
        assertThrows(
            DocumentMissing.class,
            () -> ServiceDocument.main(new String[] {"teas", missing, missing, missing, missing}));
    assertTrue(String.valueOf(thrown.getMessage()).contains("clean"), thrown.toString());
  }

  @Test
  void shop_isAllServices_withoutWhatIsInternal() throws IOException {
    var cups =
        document(
            """
            {"paths": {"/api/teas/{id}": {"get": {"operationId": "GetTea", "responses": {}}}},
             "components": {"schemas": {}}}
            """);
    var shop = ShopDocument.compose(List.of(completed(), cups));
    assertEquals(List.of("/api/teas/{id}"), List.copyOf(shop.paths().keySet()));
    assertEquals(
        List.of("PutTea", "GetTea"), shop.operations().stream().map(Operation::id).toList());
    assertTrue(shop.components("securitySchemes").isEmpty());
  }

  @Test
  void servicesThatMeanDifferentThingsByOneName_areNotMerged() throws IOException {
    var other = document("{\"components\": {\"schemas\": {\"Price\": {\"type\": \"string\"}}}}");
    var services = List.of(completed(), other);
    assertThrows(ComponentsDiffer.class, () -> ShopDocument.compose(services));
  }
}
