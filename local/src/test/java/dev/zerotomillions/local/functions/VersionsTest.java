package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions, versions and aliases as CloudFormation makes them. */
@NullUnmarked
class VersionsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String VERSION = "AWS::Lambda::Version";
  private static final String ALIAS = "AWS::Lambda::Alias";

  @TempDir Path data;
  private TestFunctions functions;
  private String name;

  @BeforeEach
  void deploy() throws Exception {
    functions = new TestFunctions(data, settings -> settings);
    name = functions.deploy("Obedient", Obedient.class, generation("old"));
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void refAndAttributes_areCloudFormations() throws Exception {
    var arn = "arn:aws:lambda:eu-west-1:000000000000:function:" + name;
    assertTrue(name.matches("Shop-Obedient-[A-Za-z0-9]{12}"), name);
    var version = functions.create(VERSION, "V1", named(name));
    assertEquals(arn + ":1", version.physicalId());
    assertEquals("1", version.attributes().get("Version").asText());
    var alias = functions.create(ALIAS, "Live", alias("1"));
    assertEquals(arn + ":live", alias.physicalId());
    var permission =
        functions.create("AWS::Lambda::Permission", "May", permission(alias.physicalId()));
    assertFalse(permission.physicalId().isEmpty());
    var permissions = functions.service.permissions();
    var api = "arn:aws:execute-api:eu-west-1:000000000000:api/prod/GET/x";
    assertTrue(permissions.allows(alias.physicalId(), "apigateway.amazonaws.com", api));
    assertFalse(permissions.allows(alias.physicalId(), "events.amazonaws.com", api));
    assertFalse(permissions.allows(arn, "apigateway.amazonaws.com", api));
    assertFalse(
        permissions.allows(
            alias.physicalId(), "apigateway.amazonaws.com", api.replace(":api/", ":other/")));
  }

  @Test
  void creatingAgain_afterACrash_givesTheSame() throws Exception {
    assertEquals(name, functions.deploy("Obedient", Obedient.class, generation("old")));
    var first = functions.create(VERSION, "V1", named(name));
    assertEquals(first, functions.create(VERSION, "V1", named(name)));
  }

  @Test
  void version_staysAsItWasPublished_evenAfterARestart() throws Exception {
    var first = functions.create(VERSION, "V1", named(name));
    var alias = functions.create(ALIAS, "Live", alias("1"));
    functions.update(FUNCTION, "Obedient", name, Obedient.class, generation("new"));
    var second = functions.create(VERSION, "V2", named(name));
    assertEquals("2", second.attributes().get("Version").asText());
    assertEquals("old", generationOf(first.physicalId()));
    assertEquals("old", generationOf(alias.physicalId()));
    assertEquals("new", generationOf(second.physicalId()));
    assertEquals("new", generationOf(name));

    functions.close();
    functions = new TestFunctions(data, settings -> settings);
    var latest = TestFunctions.function(Obedient.class, generation("new"));
    restore(FUNCTION, "Obedient", latest, name);
    restore(VERSION, "V1", named(name), first.physicalId());
    restore(VERSION, "V2", named(name), second.physicalId());
    restore(ALIAS, "Live", alias("1"), alias.physicalId());
    assertEquals("old", generationOf(name + ":live"));
    assertEquals("new", generationOf(name + ":2"));
  }

  @Test
  void deletedVersionsNumber_isNotGivenAgain() throws Exception {
    var first = functions.create(VERSION, "V1", named(name));
    functions.type(VERSION).delete(TestFunctions.request(VERSION, "V1", named(name)), first);
    assertInstanceOf(Invocation.NotFound.class, functions.invoke(name + ":1", "echo", ""));
    assertEquals(
        "2", functions.create(VERSION, "V2", named(name)).attributes().get("Version").asText());
  }

  @Test
  void aliasUpdate_movesCallsToTheOtherVersion() throws Exception {
    functions.create(VERSION, "V1", named(name));
    var alias = functions.create(ALIAS, "Live", alias("1"));
    functions.update(FUNCTION, "Obedient", name, Obedient.class, generation("new"));
    functions.create(VERSION, "V2", named(name));
    functions
        .type(ALIAS)
        .update(TestFunctions.request(ALIAS, "Live", alias("2")), alias, alias("1"));
    assertEquals("new", generationOf(alias.physicalId()));
  }

  @Test
  void aliasOfAVersionThatIsNotThere_isRefused() {
    assertThrows(ResourceFailed.class, () -> functions.create(ALIAS, "Live", alias("7")));
  }

  @Test
  void provisionedConcurrency_keepsEnvironmentsReady() throws Exception {
    functions.create(VERSION, "V1", named(name));
    var alias = alias("1");
    alias.putObject("ProvisionedConcurrencyConfig").put("ProvisionedConcurrentExecutions", 1);
    functions.create(ALIAS, "Live", alias);
    TestFunctions.eventually(() -> logged("Phase: init\tStatus: success"), "one is ready");
    var environment = functions.answer(name + ":live", "environment", "");
    assertEquals(
        "provisioned-concurrency", environment.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText());
    assertEquals(1, functions.children.running().size());
  }

  @Test
  void snapStartVersion_runsItsHooksAndReportsARestore() throws Exception {
    functions.update(
        FUNCTION,
        "Obedient",
        name,
        Obedient.class,
        "{\"SnapStart\": {\"ApplyOn\": \"PublishedVersions\"}}");
    functions.create(VERSION, "V1", named(name));
    var environment = functions.answer(name + ":1", "environment", "");
    assertEquals("snap-start", environment.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText());
    assertEquals("hooked", functions.answer(name + ":1", "hooks", "").asText());
    TestFunctions.eventually(() -> logged("Restore Duration: "), "the restore is reported");
    assertFalse(logged("\tInit Duration: "), "no init is billed");
    assertEquals(
        "on-demand",
        functions.answer(name, "environment", "").path("AWS_LAMBDA_INITIALIZATION_TYPE").asText());
  }

  @Test
  void whatCannotBeHonoured_isRefusedByName() {
    for (var properties :
        new String[] {
          "{\"Runtime\": \"nodejs24.x\"}",
          "{\"PackageType\": \"Image\"}",
          "{\"Code\": {\"ZipFile\": \"exports.handler\"}}",
          "{\"Code\": {\"S3Bucket\": \"b\", \"S3Key\": \"k\", \"S3ObjectVersion\": \"1\"}}",
          "{\"Layers\": [\"arn:aws:lambda:eu-west-1:000000000000:layer:l:1\"]}",
        }) {
      var refusal =
          assertThrows(
              UnsupportedProperty.class,
              () -> functions.deploy("Other", Obedient.class, properties),
              properties);
      assertTrue(String.valueOf(refusal.getMessage()).startsWith("Shop/Other"), properties);
    }
  }

  @Test
  void memoryOrTimeoutOutOfRange_isRefused() {
    assertThrows(
        ResourceFailed.class,
        () -> functions.deploy("Other", Obedient.class, "{\"MemorySize\": 64}"));
    assertThrows(
        ResourceFailed.class,
        () -> functions.deploy("Other", Obedient.class, "{\"Timeout\": \"901\"}"));
  }

  @Test
  void reservationThatLeavesTooLittle_isRefused() {
    assertThrows(
        ResourceFailed.class,
        () -> functions.deploy("Other", Obedient.class, "{\"ReservedConcurrentExecutions\": 901}"));
  }

  private boolean logged(String text) {
    return functions.console.stream().anyMatch(line -> line.contains(text));
  }

  private String generationOf(String function) throws Exception {
    JsonNode environment = functions.answer(function, "environment", "");
    return environment.path("GENERATION").asText();
  }

  private void restore(String type, String logicalId, ObjectNode properties, String physicalId)
      throws Exception {
    functions
        .type(type)
        .restore(
            TestFunctions.request(type, logicalId, properties),
            new Provisioned(physicalId, java.util.Map.of()));
  }

  private static String generation(String which) {
    return """
        {"Environment": {"Variables": {"GENERATION": "%s"}}}"""
        .formatted(which);
  }

  private static ObjectNode named(String function) throws Exception {
    return TestFunctions.object("{}").put("FunctionName", function);
  }

  private ObjectNode alias(String version) throws Exception {
    return named(name).put("Name", "live").put("FunctionVersion", version);
  }

  private static ObjectNode permission(String function) throws Exception {
    return named(function)
        .put("Action", "lambda:InvokeFunction")
        .put("Principal", "apigateway.amazonaws.com")
        .put("SourceArn", "arn:aws:execute-api:eu-west-1:000000000000:api/*/*/*");
  }
}
