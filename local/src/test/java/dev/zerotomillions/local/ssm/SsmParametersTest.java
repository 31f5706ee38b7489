package dev.zerotomillions.local.ssm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsmParametersTest {
  @TempDir Path data;
  private SsmParameters ssm;

  @BeforeEach
  void open() {
    ssm =
        new SsmParameters(
            data, "123456789012", InstantSource.fixed(Instant.parse("2026-11-25T10:00:00Z")));
  }

  private JsonNode call(String operation, String input) throws AwsError, IOException {
    return call("eu-west-1", operation, input);
  }

  private JsonNode call(String region, String operation, String input)
      throws AwsError, IOException {
    AwsRequest request =
        new AwsRequest(
            "POST",
            "/",
            "",
            Map.of("x-amz-target", List.of("AmazonSSM." + operation)),
            input.getBytes(StandardCharsets.UTF_8),
            region,
            "AKIA");
    return SsmParameters.JSON.readTree(ssm.handle(request).body());
  }

  private void assertRefused(String code, String operation, String input) {
    AwsError error = assertThrows(AwsError.class, () -> call(operation, input), input);
    assertEquals(code, error.code());
    assertEquals(400, error.status());
  }

  @Test
  void parameter_isReadBack_byNameArnAndVersion() throws Exception {
    JsonNode put =
        call("PutParameter", "{\"Name\": \"/a/b\", \"Value\": \"1\", \"Type\": \"String\"}");
    assertEquals("{\"Version\":1,\"Tier\":\"Standard\"}", put.toString());
    assertEquals(
        2,
        call("PutParameter", "{\"Name\": \"/a/b\", \"Value\": \"2\", \"Overwrite\": true}")
            .path("Version")
            .asInt());

    JsonNode parameter = call("GetParameter", "{\"Name\": \"/a/b\"}").path("Parameter");
    assertEquals("2", parameter.path("Value").asText());
    assertEquals("String", parameter.path("Type").asText());
    assertEquals("text", parameter.path("DataType").asText());
    assertEquals(1_795_600_800.0, parameter.path("LastModifiedDate").asDouble());
    String arn = parameter.path("ARN").asText();
    assertEquals("arn:aws:ssm:eu-west-1:123456789012:parameter/a/b", arn);
    assertEquals(parameter, call("GetParameter", "{\"Name\": \"" + arn + "\"}").path("Parameter"));
    assertEquals(
        "1",
        call("GetParameter", "{\"Name\": \"/a/b:1\"}").path("Parameter").path("Value").asText());
    assertRefused("ParameterVersionNotFound", "GetParameter", "{\"Name\": \"/a/b:3\"}");
    assertEquals(2, call("GetParameterHistory", "{\"Name\": \"/a/b\"}").path("Parameters").size());
  }

  @Test
  void secureString_isEncryptedAtRest_andShownOnlyDecrypted() throws Exception {
    call(
        "PutParameter",
        "{\"Name\": \"key\", \"Value\": \"s3cret-value\", \"Type\": \"SecureString\"}");

    JsonNode masked = call("GetParameter", "{\"Name\": \"key\"}").path("Parameter");
    assertNotEquals("s3cret-value", masked.path("Value").asText());
    assertEquals("SecureString", masked.path("Type").asText());
    JsonNode open =
        call("GetParameter", "{\"Name\": \"key\", \"WithDecryption\": true}").path("Parameter");
    assertEquals("s3cret-value", open.path("Value").asText());
    for (String file : List.of("parameters.json", "key")) {
      Path path = data.resolve("ssm").resolve(file);
      assertFalse(
          new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains("s3cret"));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
  }

  @Test
  void whatWasPut_isThereAfterARestart() throws Exception {
    call("PutParameter", "{\"Name\": \"k\", \"Value\": \"v\", \"Type\": \"SecureString\"}");
    open();
    assertEquals(
        "v",
        call("GetParameter", "{\"Name\": \"k\", \"WithDecryption\": true}")
            .path("Parameter")
            .path("Value")
            .asText());
  }

  @Test
  void regions_areApart() throws Exception {
    call("PutParameter", "{\"Name\": \"k\", \"Value\": \"v\", \"Type\": \"String\"}");
    assertThrows(AwsError.class, () -> call("us-east-1", "GetParameter", "{\"Name\": \"k\"}"));
  }

  @Test
  void byPath_isOneLevel_unlessRecursive_inPages() throws Exception {
    for (int i = 0; i < 12; i++) {
      call(
          "PutParameter",
          "{\"Name\": \"/app/p%02d\", \"Value\": \"v\", \"Type\": \"String\"}".formatted(i));
    }
    call("PutParameter", "{\"Name\": \"/app/x/y\", \"Value\": \"v\", \"Type\": \"String\"}");
    call("PutParameter", "{\"Name\": \"/apple\", \"Value\": \"v\", \"Type\": \"String\"}");

    JsonNode first = call("GetParametersByPath", "{\"Path\": \"/app\"}");
    assertEquals(10, first.path("Parameters").size());
    JsonNode second =
        call(
            "GetParametersByPath",
            "{\"Path\": \"/app\", \"Recursive\": true, \"NextToken\": \"%s\"}"
                .formatted(first.path("NextToken").asText()));
    assertEquals(3, second.path("Parameters").size());
    assertFalse(second.has("NextToken"));
  }

  @Test
  void severalParameters_tellWhichAreThere() throws Exception {
    call("PutParameter", "{\"Name\": \"a\", \"Value\": \"v\", \"Type\": \"String\"}");
    JsonNode got = call("GetParameters", "{\"Names\": [\"a\", \"b\"]}");
    assertEquals("a", got.path("Parameters").path(0).path("Name").asText());
    assertEquals("[\"b\"]", got.path("InvalidParameters").toString());
    JsonNode described =
        call(
            "DescribeParameters",
            "{\"ParameterFilters\": [{\"Key\": \"Name\", \"Values\": [\"a\"]}]}");
    assertEquals(1, described.path("Parameters").size());
    assertFalse(described.path("Parameters").path(0).has("Value"));
    JsonNode deleted = call("DeleteParameters", "{\"Names\": [\"a\", \"b\"]}");
    assertEquals("[\"a\"]", deleted.path("DeletedParameters").toString());
    assertEquals("[\"b\"]", deleted.path("InvalidParameters").toString());
  }

  @Test
  void wrongCalls_areRefusedWithAwssCodes() throws Exception {
    call("PutParameter", "{\"Name\": \"a\", \"Value\": \"v\", \"Type\": \"String\"}");
    assertRefused(
        "ParameterAlreadyExists",
        "PutParameter",
        "{\"Name\": \"a\", \"Value\": \"v\", \"Type\": \"String\"}");
    assertRefused("ParameterNotFound", "GetParameter", "{\"Name\": \"none\"}");
    assertRefused("ParameterNotFound", "DeleteParameter", "{\"Name\": \"none\"}");
    assertRefused("ValidationException", "PutParameter", "{\"Name\": \"b\", \"Value\": \"v\"}");
    assertRefused(
        "ValidationException",
        "PutParameter",
        "{\"Name\": \"a b\", \"Value\": \"v\", \"Type\": \"String\"}");
    assertRefused(
        "ValidationException",
        "PutParameter",
        "{\"Name\": \"c\", \"Type\": \"String\", \"Value\": \"" + "x".repeat(4097) + "\"}");
    assertRefused("SerializationException", "GetParameter", "[]");
    assertRefused("SerializationException", "GetParameter", "{");
    assertRefused("UnknownOperationException", "CreateDocument", "{}");
  }

  @Test
  void resource_isAParameter_andAgainTheSame() throws Exception {
    ResourceType type = ssm.resourceTypes().getFirst();
    ObjectNode properties =
        SsmParameters.JSON.readValue(
            "{\"Name\": \"/r\", \"Type\": \"String\", \"Value\": \"v\"}", ObjectNode.class);
    ResourceRequest request =
        new ResourceRequest("eu-west-1", "123456789012", "S", "P", type.name(), properties);
    Provisioned made = type.create(request);
    assertEquals("/r", made.physicalId());
    assertEquals(made, type.create(request));
    JsonNode parameter = call("GetParameter", "{\"Name\": \"/r\"}").path("Parameter");
    assertEquals(1, parameter.path("Version").asInt());
    type.delete(request, made);
    type.delete(request, made);
    assertRefused("ParameterNotFound", "GetParameter", "{\"Name\": \"/r\"}");
    assertTrue(call("DescribeParameters", "{}").path("Parameters").isEmpty());
  }
}
