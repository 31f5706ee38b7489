package dev.zerotomillions.local.gateway;

import static dev.zerotomillions.local.gateway.GatewayRig.json;
import static dev.zerotomillions.local.gateway.GatewayRig.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes with IAM authorization, called by way of the AWS SDK's own signer. */
class IamAuthorizationTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/orders";
  private static final String OK = "{\"statusCode\": 200, \"body\": \"ok\"}";
  private static final String PRICES = "/internal/prices?ids=a%20b,c&empty&z=1";

  @TempDir Path logs;
  private GatewayRig rig;
  private SessionCredentials orders;
  private Signer signer;
  private String http;
  private String rest;

  @BeforeEach
  void start() throws Exception {
    rig = new GatewayRig(logs);
    orders = rig.credentials.of(ROLE, "PlaceOrder");
    signer = new Signer(rig.port(), GatewayRig.CLOCK);
    http = "/_aws/execute-api/" + httpApi();
    rest = "/_aws/execute-api/" + restApi() + "/prod";
    allow("execute-api:Invoke", "arn:aws:execute-api:eu-west-1:123456789012:*");
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private String httpApi() throws Exception {
    put("AWS::ApiGatewayV2::Api", "Http", "{'Name': 'shop', 'ProtocolType': 'HTTP'}");
    put(
        "AWS::ApiGatewayV2::Stage",
        "Stage",
        "{'ApiId': '@Http', 'StageName': '$default', 'AutoDeploy': true}");
    put(
        "AWS::ApiGatewayV2::Integration",
        "To",
        "{'ApiId': '@Http', 'IntegrationType': 'AWS_PROXY', 'PayloadFormatVersion': '2.0', 'IntegrationUri': 'http'}");
    for (String key : List.of("GET /internal/prices", "POST /internal/{proxy+}")) {
      put(
          "AWS::ApiGatewayV2::Route",
          "Route" + key.length(),
          "{'ApiId': '@Http', 'RouteKey': '%s', 'Target': 'integrations/@To', 'AuthorizationType': 'AWS_IAM'}"
              .formatted(key));
    }
    rig.functions.answer("http", OK);
    return rig.id("Http");
  }

  private String restApi() throws Exception {
    Provisioned api = put("AWS::ApiGateway::RestApi", "Rest", "{'Name': 'shop'}");
    String root = Objects.requireNonNull(api.attributes().get("RootResourceId")).asText();
    put(
        "AWS::ApiGateway::Resource",
        "Any",
        "{'RestApiId': '@Rest', 'ParentId': '%s', 'PathPart': '{proxy+}'}".formatted(root));
    String function = "arn:aws:lambda:eu-west-1:123456789012:function:rest";
    put(
        "AWS::ApiGateway::Method",
        "Method",
        """
        {'RestApiId': '@Rest', 'ResourceId': '@Any', 'HttpMethod': 'ANY',
         'AuthorizationType': 'AWS_IAM', 'Integration': {'Type': 'AWS_PROXY',
         'IntegrationHttpMethod': 'POST', 'Uri': '%s'}}"""
            .formatted(function));
    put("AWS::ApiGateway::Deployment", "Deployment", "{'RestApiId': '@Rest'}");
    put(
        "AWS::ApiGateway::Stage",
        "Prod",
        "{'RestApiId': '@Rest', 'DeploymentId': '@Deployment', 'StageName': 'prod'}");
    rig.functions.answer(function, OK);
    return rig.id("Rest");
  }

  private Provisioned put(String type, String logicalId, String properties) throws Exception {
    return rig.put(type, logicalId, properties.replace('\'', '"'));
  }

  private void allow(String action, String resource) throws Exception {
    String policy =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}}"
            .formatted(action, resource);
    JsonMapper mapper = new JsonMapper();
    rig.roles.put(
        new Roles.Role(
            "orders",
            ROLE,
            mapper.createObjectNode(),
            List.of(PolicyDocument.of(mapper.readTree(policy))),
            List.of()));
  }

  private WebResponse send(Signer.Signed signed) throws IOException {
    return rig.send(signed.method(), signed.target(), signed.body(), signed.headers());
  }

  @Test
  void signedRequest_reachesTheFunctionOfAnHttpApi_whichLearnsTheCaller() throws Exception {
    assertEquals(200, send(signer.sign(orders, "GET", http + PRICES, "")).status());
    JsonNode event = rig.functions.event();
    assertEquals("/internal/prices", event.path("rawPath").asText());
    JsonNode iam = event.at("/requestContext/authorizer/iam");
    assertEquals(orders.accessKeyId(), iam.path("accessKey").asText());
    assertEquals("123456789012", iam.path("accountId").asText());
    assertEquals(
        "arn:aws:sts::123456789012:assumed-role/orders/PlaceOrder", iam.path("userArn").asText());
    assertTrue(iam.path("callerId").asText().matches("AROA[0-9A-Z]{17}:PlaceOrder"));
    assertEquals(iam.path("callerId"), iam.path("userId"));
    assertTrue(iam.path("cognitoIdentity").isNull());
    assertTrue(iam.path("principalOrgId").isNull());
  }

  @Test
  void signedRequest_reachesTheFunctionOfARestApi_whichLearnsTheCaller() throws Exception {
    assertEquals(200, send(signer.sign(orders, "PUT", rest + "/internal/x", "{}")).status());
    JsonNode identity = rig.functions.event().at("/requestContext/identity");
    assertEquals(orders.accessKeyId(), identity.path("accessKey").asText());
    assertEquals("123456789012", identity.path("accountId").asText());
    assertEquals(
        "arn:aws:sts::123456789012:assumed-role/orders/PlaceOrder",
        identity.path("userArn").asText());
    assertTrue(identity.path("user").asText().endsWith(":PlaceOrder"));
    assertEquals(identity.path("user"), identity.path("caller"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/ünïcode/a%2Fb",
        "/internal/a b+c$d",
        "/internal/x?b=2&a=1&a=0&c=%C3%A9+%2B&d",
        "/internal/~-._*'()!",
      })
  void pathsAndQueriesOfAnyKind_areSignedAlikeOnBothSides(String target) throws Exception {
    for (String api : List.of(http, http + "/$default", rest)) {
      String encoded = target.replace(" ", "%20").replace("ü", "%C3%BC").replace("ï", "%C3%AF");
      WebResponse response = send(signer.sign(orders, "POST", api + encoded, "{\"é\": 1}"));
      assertEquals(200, response.status(), text(response));
    }
  }

  @Test
  void unsignedRequest_isRefusedAsEachKindOfApiDoes() throws Exception {
    WebResponse byHttp = rig.get(http + PRICES);
    assertEquals(403, byHttp.status());
    assertEquals("{\"message\":\"Forbidden\"}", text(byHttp));
    WebResponse byRest = rig.get(rest + "/internal/x");
    assertEquals(403, byRest.status());
    assertEquals("{\"message\":\"Missing Authentication Token\"}", text(byRest));
    assertEquals("MissingAuthenticationTokenException", byRest.headers().first("x-amzn-ErrorType"));
    assertRefused(
        "IncompleteSignatureException",
        "Bearer",
        rig.get(rest + "/x", "Authorization", "Bearer t"));
    assertRefused(
        "IncompleteSignatureException",
        "'Signature'",
        rig.get(
            rest + "/x",
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=a/20261125/eu-west-1/execute-api/aws4_request, SignedHeaders=host"));
  }

  @Test
  void requestChangedAfterSigning_isRefused() throws Exception {
    Signer.Signed signed = signer.sign(orders, "POST", rest + "/internal/pay?amount=1", "{}");
    List<Signer.Signed> changed =
        List.of(
            signed.withBody("{\"amount\": 1000}"),
            signed.withTarget(rest + "/internal/pay?amount=2"),
            signed.withTarget(rest + "/internal/refund?amount=1"),
            signed.withMethod("PUT"),
            signed.withHeader("X-Amz-Date", "20261125T100001Z"));
    for (Signer.Signed each : changed) {
      assertRefused(
          "InvalidSignatureException", "The Canonical String for this request", send(each));
    }
    Signer.Signed byHttp = signer.sign(orders, "POST", http + "/internal/pay", "{}");
    assertEquals("{\"message\":\"Forbidden\"}", text(send(byHttp.withBody("{ }"))));
  }

  @Test
  void signatureWithOtherCredentials_isRefused() throws Exception {
    SessionCredentials unknown = new SessionCredentials("AKIA0000", "secret", "token");
    assertRefused("UnrecognizedClientException", "security token", sent(unknown));
    SessionCredentials noToken =
        new SessionCredentials(orders.accessKeyId(), orders.secretAccessKey(), "other");
    assertRefused("UnrecognizedClientException", "security token", sent(noToken));
    SessionCredentials otherSecret =
        new SessionCredentials(orders.accessKeyId(), "guess", orders.sessionToken());
    assertRefused("InvalidSignatureException", "does not match", sent(otherSecret));
  }

  private WebResponse sent(SessionCredentials credentials) throws IOException {
    return send(signer.sign(credentials, "GET", rest + "/internal/x", ""));
  }

  @Test
  void signatureForAnotherRegion_orTime_isRefused() throws Exception {
    assertRefused(
        "InvalidSignatureException",
        "not 'us-east-1'",
        send(signer.in("us-east-1").sign(orders, "GET", rest + "/internal/x", "")));
    assertRefused(
        "InvalidSignatureException", "Signature expired", later(Duration.ofSeconds(-301)));
    assertRefused("InvalidSignatureException", "not yet current", later(Duration.ofSeconds(301)));
    assertEquals(200, later(Duration.ofSeconds(-299)).status());
    assertEquals(200, later(Duration.ofSeconds(299)).status());
  }

  private WebResponse later(Duration skew) throws IOException {
    return send(signer.later(skew).sign(orders, "GET", rest + "/internal/x", ""));
  }

  @Test
  void callerWhoseRoleAllowsOneRoute_isRefusedAtAllOthers() throws Exception {
    String api = "arn:aws:execute-api:eu-west-1:123456789012:" + rig.id("Rest");
    allow("execute-api:Invoke", api + "/prod/PUT/internal/payments/*");
    assertEquals(200, send(signer.sign(orders, "PUT", rest + "/internal/payments/1", "")).status());
    WebResponse refused = send(signer.sign(orders, "GET", rest + "/internal/payments/1", ""));
    assertEquals(403, refused.status());
    assertEquals("AccessDeniedException", refused.headers().first("x-amzn-ErrorType"));
    assertEquals(
        "User: arn:aws:sts::123456789012:assumed-role/orders/PlaceOrder is not authorized to"
            + " perform: execute-api:Invoke on resource: "
            + api
            + "/prod/GET/internal/payments/1 because no identity-based policy allows the"
            + " execute-api:Invoke action",
        json(refused).path("Message").asText());
    WebResponse byHttp = send(signer.sign(orders, "GET", http + PRICES, ""));
    assertEquals(403, byHttp.status());
    assertEquals("{\"message\":\"Forbidden\"}", text(byHttp));
    assertFalse(rig.functions.invoked().equals("http"));
  }

  @Test
  void otherAuthorizers_areRefusedByName() {
    UnsupportedProperty refusal =
        Assertions.assertThrows(
            UnsupportedProperty.class,
            () ->
                put(
                    "AWS::ApiGatewayV2::Route",
                    "Jwt",
                    "{'ApiId': '@Http', 'RouteKey': 'GET /x', 'Target': 'integrations/@To', 'AuthorizationType': 'JWT'}"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("AuthorizationType"));
  }

  private static void assertRefused(String errorType, String message, WebResponse response)
      throws IOException {
    assertEquals(403, response.status(), text(response));
    assertEquals(errorType, response.headers().first("x-amzn-ErrorType"));
    assertTrue(json(response).path("message").asText().contains(message), text(response));
  }
}
