package dev.zerotomillions.local.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client sends to functions that work, nothing of ours breaks: no answer is a 5xx. */
class HostileRequestsTest {
  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "a",
          "..",
          "%2e%2e",
          "%2F",
          "%",
          "%zz",
          "%00",
          "%0d%0a",
          "%C3%28",
          "ü",
          "😀",
          "{id}",
          "{proxy+}",
          "$default",
          "|",
          "\\",
          "+",
          ";a=b",
          ":",
          "@",
          "~1",
          "*",
          "'",
          "<x>",
          "?",
          "&",
          "=",
          "a=b",
          "%26",
          "_aws/execute-api/",
          "restapis/x/y/_user_request_/",
          "[]");
  private static final List<String> HEADERS =
      List.of(
          "Cookie",
          "Content-Type",
          "Accept",
          "Origin",
          "X-Forwarded-For",
          "X-Amzn-Trace-Id",
          "Access-Control-Request-Method",
          "User-Agent",
          "Authorization",
          "Range",
          "X-Amz-Target");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "OPTIONS", "HEAD", "DELETE", "TRACE", "BREW", "get");
  private static final int REQUESTS = 1500;

  @TempDir Path logs;
  private GatewayRig rig;
  private final Random random = new Random(4660);

  @BeforeEach
  void start() throws Exception {
    rig = new GatewayRig(logs);
    rig.functions.answer("f", "{\"statusCode\": 200, \"body\": \"ok\"}");
    rig.functions.answer("a:function:f", "{\"statusCode\": 200, \"body\": \"ok\"}");
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void httpApi_standsItsGround() throws Exception {
    rig.put(
        "AWS::ApiGatewayV2::Api",
        "Api",
        """
        {"Name": "s", "ProtocolType": "HTTP",
         "CorsConfiguration": {"AllowOrigins": ["https://*"], "AllowMethods": ["GET"]}}""");
    rig.put(
        "AWS::ApiGatewayV2::Integration",
        "Integration",
        """
        {"ApiId": "@Api", "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
         "IntegrationUri": "f"}""");
    for (String key : List.of("GET /a/{id}", "ANY /{proxy+}", "$default")) {
      rig.put(
          "AWS::ApiGatewayV2::Route",
          "Route" + key.length(),
          """
          {"ApiId": "@Api", "RouteKey": "%s", "Target": "integrations/@Integration"}"""
              .formatted(key));
    }
    rig.put(
        "AWS::ApiGatewayV2::Stage",
        "Stage",
        """
        {"ApiId": "@Api", "StageName": "$default", "AutoDeploy": true, "AccessLogSettings":
          {"DestinationArn": "x", "Format": "$context.path $context.identity.userAgent"}}""");
    bombard();
  }

  @Test
  void restApi_standsItsGround() throws Exception {
    String id = rig.put("AWS::ApiGateway::RestApi", "Api", "{\"Name\": \"s\"}").physicalId();
    rig.put(
        "AWS::ApiGateway::Resource",
        "Proxy",
        """
        {"RestApiId": "@Api", "ParentId": "%s", "PathPart": "{proxy+}"}"""
            .formatted(id.substring(0, 9) + "0"));
    rig.put(
        "AWS::ApiGateway::Method",
        "Any",
        """
        {"RestApiId": "@Api", "ResourceId": "@Proxy", "HttpMethod": "ANY",
         "Integration": {"Type": "AWS_PROXY", "IntegrationHttpMethod": "POST",
           "Uri": "a:function:f"}}""");
    rig.put("AWS::ApiGateway::Deployment", "Deployment", "{\"RestApiId\": \"@Api\"}");
    rig.put(
        "AWS::ApiGateway::Stage",
        "Stage",
        "{\"RestApiId\": \"@Api\", \"StageName\": \"prod\", \"DeploymentId\": \"@Deployment\"}");
    bombard();
  }

  private void bombard() throws IOException {
    for (int i = 0; i < REQUESTS; i++) {
      StringBuilder target = new StringBuilder("/");
      for (int n = random.nextInt(6); n > 0; n--) {
        target.append(pick(PIECES));
      }
      byte[] body = new byte[random.nextInt(64)];
      random.nextBytes(body);
      String method = pick(METHODS);
      WebResponse response =
          rig.send(
              method,
              target.toString(),
              body,
              pick(HEADERS),
              String.join("", pick(PIECES), pick(PIECES), pick(PIECES)),
              pick(HEADERS),
              pick(PIECES));
      assertTrue(response.status() < 500, method + " " + target + " " + response.status());
    }
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
