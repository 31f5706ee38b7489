package dev.zerotomillions.local.gateway;

import static dev.zerotomillions.local.gateway.GatewayRig.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
  private static final String ROUTE = "AWS::ApiGatewayV2::Route";
  private static final String STAGE = "AWS::ApiGatewayV2::Stage";
  private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
  private static final String OK = "{\"statusCode\": 200, \"body\": \"ok\"}";

  @TempDir Path logs;
  private GatewayRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new GatewayRig(logs);
    rig.put("AWS::ApiGatewayV2::Api", "Api", "{\"Name\": \"shop\", \"ProtocolType\": \"HTTP\"}");
    stage("");
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private void stage(String more) throws ResourceFailed {
    rig.put(
        STAGE,
        "Stage",
        "{\"ApiId\": \"@Api\", \"StageName\": \"$default\", \"AutoDeploy\": true" + more + "}");
  }

  /** A route to a function of the same name as its key, which answers {@code ok}. */
  private void route(String key) throws ResourceFailed {
    String name = key.replaceAll("[^A-Za-z0-9]", "x");
    rig.put(
        INTEGRATION,
        "I" + name,
        """
        {"ApiId": "@Api", "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
         "IntegrationUri": "%s"}"""
            .formatted(name));
    rig.put(
        ROUTE,
        "R" + name,
        """
        {"ApiId": "@Api", "RouteKey": "%s", "Target": "integrations/@I%s"}"""
            .formatted(key, name));
    rig.functions.answer(name, OK);
  }

  private JsonNode event() {
    return rig.functions.event();
  }

  @Test
  void event_isPayloadFormat2() throws Exception {
    route("GET /pets/{id}");
    rig.get(
        "/pets/6?tag=a&tag=b%20c&empty=&flag",
        "User-Agent", "test/1", "X-Multi", "1", "x-multi", "2", "Cookie", "a=1; b=2");

    JsonNode event = event();
    assertEquals("2.0", event.path("version").asText());
    assertEquals("GET /pets/{id}", event.path("routeKey").asText());
    assertEquals("/pets/6", event.path("rawPath").asText());
    assertEquals("tag=a&tag=b%20c&empty=&flag", event.path("rawQueryString").asText());
    assertEquals("[\"a=1\",\"b=2\"]", event.path("cookies").toString());
    assertEquals("1,2", event.path("headers").path("x-multi").asText());
    assertFalse(event.path("headers").has("cookie"));
    assertEquals("http", event.path("headers").path("x-forwarded-proto").asText());
    assertTrue(event.path("headers").path("x-amzn-trace-id").asText().startsWith("Root=1-"));
    assertEquals(
        "{\"tag\":\"a,b c\",\"empty\":\"\",\"flag\":\"\"}",
        event.path("queryStringParameters").toString());
    assertEquals("{\"id\":\"6\"}", event.path("pathParameters").toString());
    assertFalse(event.path("isBase64Encoded").asBoolean());
    assertFalse(event.has("body"));
    JsonNode context = event.path("requestContext");
    assertEquals(GatewayRig.ACCOUNT, context.path("accountId").asText());
    assertEquals(rig.id("Api"), context.path("apiId").asText());
    assertEquals("$default", context.path("stage").asText());
    assertEquals("GET /pets/{id}", context.path("routeKey").asText());
    assertEquals("25/Nov/2026:10:00:00 +0000", context.path("time").asText());
    assertEquals(1_795_600_800_000L, context.path("timeEpoch").asLong());
    assertEquals("localhost", context.path("domainName").asText());
    assertEquals("GET", context.path("http").path("method").asText());
    assertEquals("127.0.0.1", context.path("http").path("sourceIp").asText());
    assertEquals("test/1", context.path("http").path("userAgent").asText());
  }

  @Test
  void mostSpecificRoute_wins() throws Exception {
    for (String key :
        new String[] {
          "$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1"
        }) {
      route(key);
    }
    assertRoute("GET /pets/dog/1", "GET", "/pets/dog/1");
    assertRoute("GET /pets/dog/{id}", "GET", "/pets/dog/2");
    assertRoute("GET /pets/{proxy+}", "GET", "/pets/cat/1");
    assertRoute("ANY /{proxy+}", "POST", "/test/5");
    assertRoute("ANY /{proxy+}", "DELETE", "/pets/dog/1");
    assertRoute("$default", "GET", "/");
  }

  private void assertRoute(String key, String method, String path) throws Exception {
    assertEquals(200, rig.send(method, path, "").status());
    assertEquals(key, event().path("routeKey").asText(), method + " " + path);
  }

  @Test
  void unknownRoute_isNotFound() throws Exception {
    route("GET /pets");
    for (String path : new String[] {"/", "/pets/", "/pets/1", "/PETS", "//pets", "/%2e%2e/pets"}) {
      WebResponse response = rig.get(path);
      assertEquals(404, response.status(), path);
      assertEquals("{\"message\":\"Not Found\"}", text(response));
    }
    assertEquals(404, rig.send("POST", "/pets", "").status());
    assertTrue(rig.get("/").headers().first("Apigw-Requestid", "").endsWith("="));
  }

  @Test
  void path_isDecodedOnce() throws Exception {
    route("GET /pets/{id}");
    rig.get("/pets/a%20b+c%2541%C3%A9");
    assertEquals("/pets/a b+c%41é", event().path("rawPath").asText());
    assertEquals("a b+c%41é", event().path("pathParameters").path("id").asText());
    rig.get("/pets/ü|{}");
    assertEquals("ü|{}", event().path("pathParameters").path("id").asText());
    rig.get("/pets/100%");
    assertEquals("100%", event().path("pathParameters").path("id").asText());
    assertEquals(404, rig.get("/pets/a%2Fb").status());
  }

  @Test
  void body_isTextOrBase64_byContentType() throws Exception {
    route("POST /pets");
    rig.send("POST", "/pets", "{\"a\":\"é\"}", "Content-Type", "application/json; charset=utf-8");
    assertEquals("{\"a\":\"é\"}", event().path("body").asText());
    assertFalse(event().path("isBase64Encoded").asBoolean());
    rig.send("POST", "/pets", "a=1", "Content-Type", "application/x-www-form-urlencoded");
    assertEquals("YT0x", event().path("body").asText());
    assertTrue(event().path("isBase64Encoded").asBoolean());
    rig.send("POST", "/pets", new byte[] {(byte) 0xff, 0}, "Content-Type", "image/png");
    assertEquals("/wA=", event().path("body").asText());
  }

  @Test
  void answerWithStatus_becomesResponse() throws Exception {
    route("GET /pets");
    rig.functions.answer(
        "GETxxpets",
        """
        {"statusCode": 201, "headers": {"X-One": "1", "Content-Type": "text/csv"},
         "multiValueHeaders": {"X-Two": ["a", "b"]}, "cookies": ["a=1", "b=2"],
         "isBase64Encoded": true, "body": "aMOp"}""");
    WebResponse response = rig.get("/pets");
    assertEquals(201, response.status());
    assertEquals("hé", text(response));
    assertEquals("1", response.headers().first("x-one"));
    assertEquals("[a, b]", String.valueOf(response.headers().byLowerCaseName().get("x-two")));
    assertEquals(
        "[a=1, b=2]", String.valueOf(response.headers().byLowerCaseName().get("set-cookie")));
    assertEquals("text/csv", response.headers().first("content-type"));
  }

  @Test
  void answerWithoutStatus_isInferred() throws Exception {
    route("GET /pets");
    rig.functions.answer("GETxxpets", "{\"message\":\"hi\"}");
    WebResponse response = rig.get("/pets");
    assertEquals(200, response.status());
    assertEquals("application/json", response.headers().first("content-type"));
    assertEquals("{\"message\":\"hi\"}", text(response));
    rig.functions.answer("GETxxpets", "\"Hello\"");
    assertEquals("Hello", text(rig.get("/pets")));
  }

  @Test
  void malformedAnswer_is500_andNoHeaderIsInjected() throws Exception {
    route("GET /pets");
    for (String answer :
        new String[] {
          "no json",
          "{\"statusCode\": \"abc\"}",
          "{\"statusCode\": 99}",
          "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
          "{\"statusCode\": 200, \"headers\": {\"X\": \"a\\r\\nSet-Cookie: b=1\"}}",
          "{\"statusCode\": 200, \"headers\": {\"X y\": \"a\"}}",
          "{\"statusCode\": 200, \"headers\": {\"X\": {\"a\": 1}}}",
          "{\"statusCode\": 200, \"cookies\": [\"a\\n\"]}",
          "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"!\"}",
        }) {
      rig.functions.answer("GETxxpets", answer);
      WebResponse response = rig.get("/pets");
      assertEquals(500, response.status(), answer);
      assertEquals("{\"message\":\"Internal Server Error\"}", text(response));
      assertNull(response.headers().first("Set-Cookie"));
    }
  }

  @Test
  void functionThatGivesNoAnswer_isReportedAsAwsDoes() throws Exception {
    route("GET /pets");
    byte[] error = "{\"errorMessage\":\"boom\"}".getBytes(StandardCharsets.UTF_8);
    rig.functions.end("GETxxpets", new Invocation.Failed("id", "Unhandled", error));
    assertEquals(500, rig.get("/pets").status());
    rig.functions.end("GETxxpets", new Invocation.TookTooLong("id"));
    assertEquals("{\"message\":\"Service Unavailable\"}", text(rig.get("/pets")));
    assertEquals(503, rig.get("/pets").status());
    rig.functions.end("GETxxpets", new Invocation.Throttled("busy"));
    assertEquals(503, rig.get("/pets").status());
    rig.functions.end("GETxxpets", new Invocation.NotFound("gone"));
    assertEquals(500, rig.get("/pets").status());
    assertFalse(text(rig.get("/pets")).contains("boom"));
  }

  @Test
  void integration_waitsAsLongAsItSays() throws Exception {
    route("GET /pets");
    rig.get("/pets");
    assertEquals(Duration.ofSeconds(30), rig.functions.patience());
    assertThrows(
        ResourceFailed.class,
        () ->
            rig.put(
                INTEGRATION,
                "Slow",
                """
                {"ApiId": "@Api", "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
                 "IntegrationUri": "f", "TimeoutInMillis": 30001}"""));
  }

  @Test
  void functionWithoutPermission_isNotInvoked() throws Exception {
    route("GET /pets/{id}");
    rig.permitted = false;
    WebResponse response = rig.get("/pets/1");
    assertEquals(500, response.status());
    assertEquals("", rig.functions.invoked());
    assertEquals(
        "arn:aws:execute-api:eu-west-1:123456789012:" + rig.id("Api") + "/$default/GET/pets/{id}",
        rig.sourceArn);
  }

  @Test
  void throttle_letsBurstThroughAndThenItsRate() throws Exception {
    stage(
        """
        , "DefaultRouteSettings": {"ThrottlingRateLimit": 10, "ThrottlingBurstLimit": 2},
        "RouteSettings": {"GET /cats": {"ThrottlingRateLimit": 1, "ThrottlingBurstLimit": 1}}""");
    route("GET /dogs");
    route("GET /cats");
    assertEquals(200, rig.get("/dogs").status());
    assertEquals(200, rig.get("/dogs").status());
    WebResponse refused = rig.get("/dogs");
    assertEquals(429, refused.status());
    assertEquals("{\"message\":\"Too Many Requests\"}", text(refused));
    rig.nanoTime.addAndGet(100_000_000);
    assertEquals(200, rig.get("/dogs").status());
    assertEquals(429, rig.get("/dogs").status());
    assertEquals(200, rig.get("/cats").status());
    assertEquals(429, rig.get("/cats").status());
  }

  @Test
  void oversizedRequests_areRefused() throws Exception {
    route("POST /pets");
    byte[] body = new byte[10 * 1024 * 1024 + 1];
    Arrays.fill(body, (byte) 'a');
    WebResponse response = rig.send("POST", "/pets", body, "Content-Type", "text/plain");
    assertEquals(413, response.status());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", text(response));
    // Fits the gateway but, wrapped into an event, not Lambda.
    byte[] tooLong = Arrays.copyOf(body, 7 * 1024 * 1024);
    assertEquals(413, rig.send("POST", "/pets", tooLong, "Content-Type", "text/plain").status());
    assertEquals(431, rig.get("/pets", "X-Long", "a".repeat(11_000)).status());
    assertEquals(431, rig.get("/pets", "X-Longer", "a".repeat(100_000)).status());
  }

  @Test
  void cors_isAnsweredByTheGateway() throws Exception {
    rig.put(
        "AWS::ApiGatewayV2::Api",
        "Api",
        """
        {"Name": "shop", "ProtocolType": "HTTP", "CorsConfiguration": {
          "AllowOrigins": ["https://shop.example"], "AllowMethods": ["GET", "POST"],
          "AllowHeaders": ["authorization"], "ExposeHeaders": ["etag"], "MaxAge": 600,
          "AllowCredentials": true}}""");
    route("GET /pets");
    rig.functions.answer(
        "GETxxpets",
        """
        {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*"}, "body": "ok"}""");

    WebResponse preflight =
        rig.send(
            "OPTIONS",
            "/anything",
            "",
            "Origin",
            "https://shop.example",
            "Access-Control-Request-Method",
            "GET");
    assertEquals(204, preflight.status());
    assertEquals("GET,POST", preflight.headers().first("access-control-allow-methods"));
    assertEquals("authorization", preflight.headers().first("access-control-allow-headers"));
    assertEquals("600", preflight.headers().first("access-control-max-age"));
    assertEquals("true", preflight.headers().first("access-control-allow-credentials"));

    WebResponse simple = rig.get("/pets", "Origin", "https://shop.example");
    assertEquals(
        "[https://shop.example]",
        String.valueOf(simple.headers().byLowerCaseName().get("access-control-allow-origin")));
    assertEquals("etag", simple.headers().first("access-control-expose-headers"));

    WebResponse foreign = rig.get("/pets", "Origin", "https://evil.example");
    assertEquals(200, foreign.status());
    assertNull(foreign.headers().first("access-control-allow-origin"));
  }

  @Test
  void accessLog_hasOneLineARequest() throws Exception {
    stage(
        """
        , "AccessLogSettings": {"DestinationArn": "arn:x", "Format":
          "{\\"id\\":\\"$context.requestId\\",\\"key\\":\\"$context.routeKey\\",\\"s\\":$context.status,\\"ua\\":\\"$context.identity.userAgent\\",\\"no\\":\\"$context.none.such\\"}"}""");
    route("GET /pets");
    WebResponse response = rig.get("/pets", "User-Agent", "evil\"} \\");
    rig.get("/none");
    String id = response.headers().first("Apigw-Requestid", "");
    assertEquals(
        """
        {"id":"%s","key":"GET /pets","s":200,"ua":"evil\\"} \\\\","no":"-"}"""
            .formatted(id),
        Files.readAllLines(logs.resolve("access-" + rig.id("Api") + ".log")).getFirst());
    assertEquals(2, Files.readAllLines(logs.resolve("access-" + rig.id("Api") + ".log")).size());
  }

  @Test
  void api_isReachedByEveryFormOfItsUrl() throws Exception {
    rig.put(STAGE, "Beta", "{\"ApiId\": \"@Api\", \"StageName\": \"beta\", \"AutoDeploy\": true}");
    route("GET /pets");
    String id = rig.id("Api");
    assertEquals(200, rig.get("/_aws/execute-api/" + id + "/$default/pets").status());
    assertEquals("/pets", event().path("rawPath").asText());
    assertEquals(200, rig.get("/_aws/execute-api/" + id + "/beta/pets").status());
    assertEquals("/beta/pets", event().path("rawPath").asText());
    assertEquals("beta", event().path("requestContext").path("stage").asText());
    assertEquals(404, rig.get("/_aws/execute-api/" + id + "/gamma/pets").status());
    assertEquals(404, rig.get("/_aws/execute-api/nosuchapi/beta/pets").status());
  }

  @Test
  void partsThatAreDeleted_areNotServed() throws Exception {
    route("GET /pets");
    rig.delete("RGETxxpets");
    assertEquals(404, rig.get("/pets").status());
    rig.delete("Stage");
    assertEquals(404, rig.get("/pets").status());
    rig.delete("Api");
    assertEquals(404, rig.get("/pets").status());
  }

  @Test
  void restoredApi_servesAsBefore() throws Exception {
    route("GET /pets");
    try (GatewayRig later = new GatewayRig(logs)) {
      later.restoreFrom(rig);
      later.functions.answer("GETxxpets", "{\"statusCode\": 200, \"body\": \"ok\"}");
      assertEquals(200, later.get("/pets").status());
      assertEquals(
          rig.id("Api"), later.functions.event().path("requestContext").path("apiId").asText());
    }
  }

  @Test
  void routesThatChangeTheirFunction_loseNoRequest() throws Exception {
    route("GET /pets");
    route("GET /other");
    rig.whileServing(
        "/pets",
        () -> {
          for (int i = 0; i < 200; i++) {
            rig.put(
                ROUTE,
                "RGETxxpets",
                """
                {"ApiId": "@Api", "RouteKey": "GET /pets", "Target": "integrations/@I%s"}"""
                    .formatted(i % 2 == 0 ? "GETxxother" : "GETxxpets"));
          }
        });
  }

  @Test
  void head_hasNoBody() throws Exception {
    route("ANY /pets");
    WebResponse response = rig.send("HEAD", "/pets", "");
    assertEquals(200, response.status());
    assertEquals("2", response.headers().first("Content-Length"));
  }
}
