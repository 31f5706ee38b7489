package dev.zerotomillions.local.gateway;

import static dev.zerotomillions.local.gateway.GatewayRig.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import dev.zerotomillions.local.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestApiTest {
  private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:pets:live";

  @TempDir Path logs;
  private GatewayRig rig;
  private int deployments;

  @BeforeEach
  void start() throws Exception {
    rig = new GatewayRig(logs);
    api("");
    resource("Pets", root(), "pets");
    resource("Pet", "@Pets", "{id}");
    resource("Proxy", root(), "{proxy+}");
    method("GetPets", "@Pets", "GET");
    method("AnyPet", "@Pet", "ANY");
    rig.functions.answer(FUNCTION, "{\"statusCode\": 200, \"body\": \"ok\"}");
    deploy("");
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private void api(String more) throws ResourceFailed {
    rig.put("AWS::ApiGateway::RestApi", "Api", "{\"Name\": \"Shop\"" + more + "}");
  }

  private String root() throws ResourceFailed {
    Provisioned api = rig.put("AWS::ApiGateway::RestApi", "Api", "{\"Name\": \"Shop\"}");
    return Objects.requireNonNull(api.attributes().get("RootResourceId")).asText();
  }

  private void resource(String name, String parent, String part) throws ResourceFailed {
    rig.put(
        "AWS::ApiGateway::Resource",
        name,
        """
        {"RestApiId": "@Api", "ParentId": "%s", "PathPart": "%s"}"""
            .formatted(parent, part));
  }

  private void method(String name, String resource, String method) throws ResourceFailed {
    rig.put(
        "AWS::ApiGateway::Method",
        name,
        """
        {"RestApiId": "@Api", "ResourceId": "%s", "HttpMethod": "%s", "AuthorizationType": "NONE",
         "Integration": {"Type": "AWS_PROXY", "IntegrationHttpMethod": "POST", "Uri":
           "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/%s/invocations"}}"""
            .formatted(resource, method, FUNCTION));
  }

  /** Deploys what stands now and points the stage there, as CDK does. */
  private void deploy(String more) throws ResourceFailed {
    String deployment = "Deployment" + deployments++;
    rig.put("AWS::ApiGateway::Deployment", deployment, "{\"RestApiId\": \"@Api\"}");
    rig.put(
        "AWS::ApiGateway::Stage",
        "Stage",
        """
        {"RestApiId": "@Api", "StageName": "prod", "DeploymentId": "@%s"%s}"""
            .formatted(deployment, more));
  }

  private JsonNode event() {
    return rig.functions.event();
  }

  @Test
  void event_isPayloadFormat1() throws Exception {
    rig.get(
        "/pets/6?tag=a&tag=b+c", "User-Agent", "test/1", "tEsT-Header", "1", "test-header", "2");

    JsonNode event = event();
    assertEquals("/pets/{id}", event.path("resource").asText());
    assertEquals("/pets/6", event.path("path").asText());
    assertEquals("GET", event.path("httpMethod").asText());
    assertEquals("2", event.path("headers").path("tEsT-Header").asText());
    assertEquals("[\"1\",\"2\"]", event.path("multiValueHeaders").path("tEsT-Header").toString());
    assertEquals("{\"tag\":\"b c\"}", event.path("queryStringParameters").toString());
    assertEquals(
        "{\"tag\":[\"a\",\"b c\"]}", event.path("multiValueQueryStringParameters").toString());
    assertEquals("{\"id\":\"6\"}", event.path("pathParameters").toString());
    assertTrue(event.path("stageVariables").isNull());
    assertTrue(event.path("body").isNull());
    assertEquals("false", event.path("isBase64Encoded").toString());
    JsonNode context = event.path("requestContext");
    assertEquals("/prod/pets/6", context.path("path").asText());
    assertEquals("/pets/{id}", context.path("resourcePath").asText());
    assertEquals(rig.id("Pet"), context.path("resourceId").asText());
    assertEquals("prod", context.path("stage").asText());
    assertEquals(rig.id("Api"), context.path("apiId").asText());
    assertEquals(rig.id("Deployment0"), context.path("deploymentId").asText());
    assertEquals(GatewayRig.ACCOUNT, context.path("accountId").asText());
    assertEquals("127.0.0.1", context.path("identity").path("sourceIp").asText());
    assertEquals("test/1", context.path("identity").path("userAgent").asText());
    assertTrue(context.path("identity").path("caller").isNull());
    assertEquals("25/Nov/2026:10:00:00 +0000", context.path("requestTime").asText());
  }

  @Test
  void path_staysEncoded() throws Exception {
    rig.get("/pets/a%2Fb%20c/");
    assertEquals("/pets/a%2Fb%20c/", event().path("path").asText());
    assertEquals("a%2Fb%20c", event().path("pathParameters").path("id").asText());
  }

  @Test
  void unknownRouteOrMethod_isForbidden() throws Exception {
    for (String target : new String[] {"/", "/nothing", "/pets/1/2", "/PETS"}) {
      WebResponse response = rig.get(target);
      assertEquals(403, response.status(), target);
      assertEquals("{\"message\":\"Missing Authentication Token\"}", text(response));
      assertEquals(
          "MissingAuthenticationTokenException", response.headers().first("x-amzn-ErrorType"));
      assertNotNull(response.headers().first("x-amzn-RequestId"));
      assertNotNull(response.headers().first("x-amz-apigw-id"));
    }
    assertEquals(403, rig.send("POST", "/pets", "").status());
    assertEquals(200, rig.send("PATCH", "/pets/1", "").status());
  }

  @Test
  void stage_servesWhatWasDeployed_notWhatWasChangedSince() throws Exception {
    method("PostPets", "@Pets", "POST");
    rig.delete("GetPets");
    assertEquals(403, rig.send("POST", "/pets", "").status());
    assertEquals(200, rig.get("/pets").status());
    deploy("");
    assertEquals(200, rig.send("POST", "/pets", "").status());
    assertEquals(403, rig.get("/pets").status());
  }

  @Test
  void malformedAnswer_is502() throws Exception {
    for (String answer :
        new String[] {
          "null",
          "\"text\"",
          "[]",
          "no json",
          "{\"status\": 200}",
          "{\"statusCode\": \"abc\"}",
          "{\"statusCode\": 200, \"body\": {}}",
          "{\"statusCode\": 200, \"cookies\": []}",
          "{\"statusCode\": 200, \"headers\": {\"X\": \"a\\r\\nY: b\"}}",
          "{\"statusCode\": 200, \"multiValueHeaders\": {\"X\": [\"a\\n\"]}}",
        }) {
      rig.functions.answer(FUNCTION, answer);
      WebResponse response = rig.get("/pets");
      assertEquals(502, response.status(), answer);
      assertEquals("{\"message\": \"Internal server error\"}", text(response));
    }
  }

  @Test
  void functionThatGivesNoAnswer_isReportedAsAwsDoes() throws Exception {
    byte[] error = "{\"errorMessage\":\"boom\"}".getBytes(StandardCharsets.UTF_8);
    rig.functions.end(FUNCTION, new Invocation.Failed("id", "Unhandled", error));
    assertEquals(502, rig.get("/pets").status());
    rig.functions.end(FUNCTION, new Invocation.TookTooLong("id"));
    assertEquals(504, rig.get("/pets").status());
    assertEquals("{\"message\": \"Endpoint request timed out\"}", text(rig.get("/pets")));
    rig.functions.end(FUNCTION, new Invocation.Throttled("busy"));
    assertEquals(500, rig.get("/pets").status());
    assertEquals("{\"message\": \"Internal server error\"}", text(rig.get("/pets")));
    assertEquals(Duration.ofSeconds(29), rig.functions.patience());
    rig.permitted = false;
    assertEquals(500, rig.get("/pets").status());
    assertEquals(
        "arn:aws:execute-api:eu-west-1:123456789012:" + rig.id("Api") + "/prod/GET/pets",
        rig.sourceArn);
  }

  @Test
  void answer_becomesResponse_andReservedHeadersAreRemapped() throws Exception {
    rig.functions.answer(
        FUNCTION,
        """
        {"statusCode": 401, "headers": {"WWW-Authenticate": "Bearer", "X-A": "1"},
         "multiValueHeaders": {"X-A": ["2", "3"], "Set-Cookie": ["a=1", "b=2"]}, "body": "no"}""");
    WebResponse response = rig.get("/pets");
    assertEquals(401, response.status());
    assertEquals("no", text(response));
    assertEquals("Bearer", response.headers().first("x-amzn-remapped-www-authenticate"));
    assertNull(response.headers().first("WWW-Authenticate"));
    assertEquals("[2, 3]", String.valueOf(response.headers().byLowerCaseName().get("x-a")));
    assertEquals("application/json", response.headers().first("content-type"));
  }

  @Test
  void binary_isByMediaTypes_bothWays() throws Exception {
    rig.send("POST", "/pets/1", new byte[] {'h', 'i'}, "Content-Type", "image/png");
    assertEquals("hi", event().path("body").asText());
    api(", \"BinaryMediaTypes\": [\"image/*\"]");
    rig.send("POST", "/pets/1", new byte[] {'h', 'i'}, "Content-Type", "image/png");
    assertEquals("aGk=", event().path("body").asText());
    assertTrue(event().path("isBase64Encoded").asBoolean());

    rig.functions.answer(
        FUNCTION, "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"aGk=\"}");
    assertEquals("hi", text(rig.get("/pets", "Accept", "image/png")));
    assertEquals("aGk=", text(rig.get("/pets", "Accept", "text/html")));
  }

  @Test
  void mock_answersPreflight_withoutAnyFunction() throws Exception {
    rig.put(
        "AWS::ApiGateway::Method",
        "OptionsPets",
        """
        {"RestApiId": "@Api", "ResourceId": "@Pets", "HttpMethod": "OPTIONS",
         "ApiKeyRequired": false, "AuthorizationType": "NONE",
         "Integration": {"Type": "MOCK",
           "RequestTemplates": {"application/json": "{ statusCode: 200 }"},
           "IntegrationResponses": [{"StatusCode": "204", "ResponseParameters": {
             "method.response.header.Access-Control-Allow-Origin": "'*'"}}]},
         "MethodResponses": [{"StatusCode": "204"}]}""");
    deploy("");
    WebResponse response = rig.send("OPTIONS", "/pets", "");
    assertEquals(204, response.status());
    assertEquals("*", response.headers().first("Access-Control-Allow-Origin"));
    assertEquals("", rig.functions.invoked());
  }

  @Test
  void throttle_isPerMethod() throws Exception {
    deploy(
        """
        , "MethodSettings": [
          {"ResourcePath": "/*", "HttpMethod": "*", "LoggingLevel": "ERROR",
           "DataTraceEnabled": false, "MetricsEnabled": true,
           "ThrottlingRateLimit": 10, "ThrottlingBurstLimit": 1},
          {"ResourcePath": "/~1pets~1{id}", "HttpMethod": "GET",
           "ThrottlingRateLimit": 10, "ThrottlingBurstLimit": 2}]""");
    assertEquals(200, rig.get("/pets").status());
    WebResponse refused = rig.get("/pets");
    assertEquals(429, refused.status());
    assertEquals("{\"message\":\"Too Many Requests\"}", text(refused));
    assertEquals(200, rig.get("/pets/1").status());
    assertEquals(200, rig.get("/pets/1").status());
    assertEquals(429, rig.get("/pets/1").status());
    rig.nanoTime.addAndGet(100_000_000);
    assertEquals(200, rig.get("/pets").status());
  }

  @Test
  void oversizedRequests_areRefused() throws Exception {
    WebResponse response = rig.send("POST", "/pets/1", new byte[10 * 1024 * 1024 + 1]);
    assertEquals(413, response.status());
    assertEquals(413, rig.send("POST", "/pets/1", new byte[7 * 1024 * 1024]).status());
    assertEquals(431, rig.get("/pets", "X-Long", "a".repeat(11_000)).status());
  }

  @Test
  void gatewayResponse_changesWhatTheGatewaySays() throws Exception {
    rig.put(
        "AWS::ApiGateway::GatewayResponse",
        "Default4xx",
        """
        {"RestApiId": "@Api", "ResponseType": "DEFAULT_4XX", "StatusCode": "404",
         "ResponseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": "'*'"},
         "ResponseTemplates": {"application/json": "{\\"oops\\":$context.error.messageString}"}}""");
    WebResponse response = rig.get("/nothing");
    assertEquals(404, response.status());
    assertEquals("*", response.headers().first("Access-Control-Allow-Origin"));
    assertEquals("{\"oops\":\"Missing Authentication Token\"}", text(response));
  }

  @Test
  void everyFormOfItsUrl_needsTheStage_exceptTheRoot() throws Exception {
    String id = rig.id("Api");
    for (String target :
        new String[] {
          "/pets",
          "/restapis/" + id + "/prod/_user_request_/pets",
          "/_aws/execute-api/" + id + "/prod/pets"
        }) {
      assertEquals(200, rig.get(target).status(), target);
      assertEquals("/pets", event().path("path").asText());
      assertEquals("/prod/pets", event().path("requestContext").path("path").asText());
    }
    WebResponse unknown = rig.get("/restapis/" + id + "/test/_user_request_/pets");
    assertEquals("{\"message\":\"Forbidden\"}", text(unknown));
    assertEquals(403, unknown.status());
  }

  @Test
  void accessLog_tellsTheGatewaysOwnErrors() throws Exception {
    deploy(
        """
        , "AccessLogSetting": {"DestinationArn": "arn:x",
          "Format": "$context.requestId $context.path $context.status $context.error.message $context.integrationStatus"}""");
    String one = Objects.requireNonNull(rig.get("/pets").headers().first("x-amzn-RequestId"));
    String two = Objects.requireNonNull(rig.get("/none").headers().first("x-amzn-RequestId"));
    assertEquals(
        one + " /prod/pets 200 - 200\n" + two + " /prod/none 403 Missing Authentication Token -\n",
        Files.readString(logs.resolve("access-" + rig.id("Api") + ".log")));
  }

  @Test
  void restoredApi_servesAsBefore() throws Exception {
    try (GatewayRig later = new GatewayRig(logs)) {
      later.restoreFrom(rig);
      later.functions.answer(FUNCTION, "{\"statusCode\": 200, \"body\": \"ok\"}");
      assertEquals(200, later.get("/pets").status());
      assertEquals(
          rig.id("Api"), later.functions.event().path("requestContext").path("apiId").asText());
    }
  }

  @Test
  void deploymentRestoredBeforeItsMethods_stillHasThem() throws Exception {
    method("PostPets", "@Pets", "POST"); // Created after the deployment that is to have it.
    rig.put("AWS::ApiGateway::Stage", "Stage", stageOf("Deployment0"));
    try (GatewayRig later = new GatewayRig(logs)) {
      later.restoreFrom(rig);
      later.functions.answer(FUNCTION, "{}");
      assertEquals(200, later.send("POST", "/pets", "").status());
    }
  }

  private static String stageOf(String deployment) {
    return "{\"RestApiId\": \"@Api\", \"StageName\": \"prod\", \"DeploymentId\": \"@%s\"}"
        .formatted(deployment);
  }

  @Test
  void newDeployments_loseNoRequest() throws Exception {
    rig.whileServing(
        "/pets",
        () -> {
          for (int i = 0; i < 100; i++) {
            rig.delete("GetPets");
            method("GetPets", "@Pets", "GET");
            deploy("");
            rig.delete("Deployment" + i);
          }
        });
  }

  @Test
  void whatIsNotEmulated_isRefusedByName() {
    for (String integration :
        new String[] {
          "{\"Type\": \"HTTP_PROXY\"}",
          "{\"Type\": \"AWS_PROXY\", \"CacheKeyParameters\": []}",
          "{\"Type\": \"MOCK\", \"IntegrationResponses\": [{\"ResponseTemplates\": {\"a\": \"\"}}]}"
        }) {
      assertThrows(
          UnsupportedProperty.class,
          () ->
              rig.put(
                  "AWS::ApiGateway::Method",
                  "Bad",
                  """
                  {"RestApiId": "@Api", "ResourceId": "@Pets", "HttpMethod": "PUT",
                   "AuthorizationType": "NONE", "Integration": %s}"""
                      .formatted(integration)),
          integration);
    }
  }
}
