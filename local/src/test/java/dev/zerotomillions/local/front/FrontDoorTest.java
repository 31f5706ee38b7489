package dev.zerotomillions.local.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.CallerIdentity;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.gateway.Gateway;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.signing.SignatureVerifier;
import dev.zerotomillions.local.web.WebClient;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontDoorTest {
  private static final String SIGNED_FOR =
      "AWS4-HMAC-SHA256 Credential=AKIATEST/20261125/eu-west-1/%s/aws4_request, SignedHeaders=host, Signature=00";

  @TempDir Path logs;
  private FrontDoor door;
  private WebClient client;

  /** Answers with whom and what it was asked, or refuses. */
  private record EchoApi(String signingName) implements AwsApi {
    @Override
    public AwsResponse handle(AwsRequest request) throws AwsError {
      if (request.path().equals("/refuse")) {
        throw new AwsError(404, "ResourceNotFoundException", "no \"such\" thing");
      }
      String seen =
          String.join(
              " ",
              request.region(),
              request.accessKeyId(),
              request.method(),
              request.path(),
              request.query());
      return new AwsResponse(200, Map.of(), seen.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class NoFunctions implements Functions {
    @Override
    public Invocation invoke(String function, byte[] payload, Duration patience) {
      return new Invocation.NotFound(function);
    }

    @Override
    public Invocation invokeLater(String function, byte[] payload) {
      return new Invocation.NotFound(function);
    }
  }

  @BeforeEach
  void open() throws IOException {
    Gateway gateway =
        new Gateway(
            new NoFunctions(),
            (f, p, s) -> true,
            authorizer(),
            logs,
            InstantSource.system(),
            System::nanoTime);
    CallerIdentity identity =
        new CallerIdentity("123456789012", key -> "arn:aws:iam::123456789012:user/" + key);
    door =
        FrontDoor.open(
            0,
            new Apis(List.of(new EchoApi("lambda"), identity), Guard.OPEN),
            gateway,
            request -> WebResponse.text(200, "control"));
    client = new WebClient(door.port());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    door.close();
  }

  private WebResponse send(String method, String target, String body, String... headers)
      throws IOException {
    return client.send(
        method,
        target,
        WebHeaders.of(headers),
        body.getBytes(StandardCharsets.UTF_8),
        Duration.ofSeconds(10));
  }

  private static String text(WebResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void signedCall_goesToTheServiceAndRegionOfItsSignature() throws Exception {
    WebResponse response =
        send(
            "GET",
            "/2015-03-31/functions?x=1",
            "",
            "Authorization",
            SIGNED_FOR.formatted("lambda"));
    assertEquals("eu-west-1 AKIATEST GET /2015-03-31/functions x=1", text(response));
    assertNotNull(response.headers().first("x-amzn-RequestId"));
  }

  @Test
  void presignedCall_isTakenByItsQuery() throws Exception {
    String query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAPRE%2F20261125%2Fus-east-1%2Flambda%2Faws4_request&X-Amz-Signature=00";
    assertTrue(text(send("GET", "/x?" + query, "")).startsWith("us-east-1 AKIAPRE GET /x"));
  }

  @Test
  void refusal_isInTheServicesProtocol() throws Exception {
    WebResponse rest = send("GET", "/refuse", "", "Authorization", SIGNED_FOR.formatted("lambda"));
    assertEquals(404, rest.status());
    assertEquals("ResourceNotFoundException", rest.headers().first("x-amzn-ErrorType"));
    assertEquals(
        "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no \\\"such\\\" thing\"}",
        text(rest));

    WebResponse xml =
        send(
            "POST",
            "/",
            "Action=AssumeRole&Version=2011-06-15",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            SIGNED_FOR.formatted("sts"));
    assertEquals(400, xml.status());
    assertTrue(text(xml).contains("<Code>InvalidAction</Code>"));
  }

  @Test
  void callerIdentity_isOfTheAccessKey() throws Exception {
    WebResponse response =
        send(
            "POST",
            "/",
            "Action=GetCallerIdentity&Version=2011-06-15",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            SIGNED_FOR.formatted("sts"));
    assertTrue(text(response).contains("<Arn>arn:aws:iam::123456789012:user/AKIATEST</Arn>"));
  }

  @Test
  void unknownService_isNamed_withThoseThatAreThere() throws Exception {
    WebResponse response = send("GET", "/", "", "Authorization", SIGNED_FOR.formatted("kinesis"));
    assertEquals(501, response.status());
    assertTrue(text(response).contains("'kinesis'"));
    assertTrue(text(response).contains("lambda, sts"));
    WebResponse xml = send("GET", "/", "", "Authorization", SIGNED_FOR.formatted("s3"));
    assertTrue(text(xml).startsWith("<Error><Code>NotImplemented</Code>"), text(xml));
  }

  @Test
  void unsignedAwsCall_getsAwssOwnError() throws Exception {
    WebResponse json = send("POST", "/", "{}", "X-Amz-Target", "DynamoDB_20120810.ListTables");
    assertEquals(400, json.status());
    assertTrue(text(json).contains("MissingAuthenticationTokenException"));
    assertEquals(403, send("GET", "/2015-03-31/functions", "").status());
    WebResponse query =
        send(
            "POST",
            "/",
            "Action=GetCallerIdentity&Version=2011-06-15",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertEquals(403, query.status());
    assertTrue(text(query).contains("<Code>MissingAuthenticationToken</Code>"));
  }

  @Test
  void controlAndShop_needNoSignature() throws Exception {
    assertEquals("control", text(send("GET", "/_local/health", "")));
    WebResponse shop = send("GET", "/api/products", "", "Authorization", "Bearer x.y.z");
    assertEquals(404, shop.status());
    assertEquals("{\"message\":\"No API is deployed yet\"}", text(shop));
  }

  @Test
  void takenPort_isToldWithItsRemedy() {
    Apis none = new Apis(List.of(), Guard.OPEN);
    PortTaken taken =
        assertThrows(
            PortTaken.class,
            () ->
                FrontDoor.open(
                    door.port(),
                    none,
                    new Gateway(
                        new NoFunctions(),
                        (f, p, s) -> true,
                        authorizer(),
                        logs,
                        InstantSource.system(),
                        System::nanoTime),
                    request -> WebResponse.text(200, "")));
    assertTrue(String.valueOf(taken.getMessage()).contains("--port"));
  }

  private static IamAuthorizer authorizer() {
    InstantSource clock = InstantSource.system();
    return new IamAuthorizer(
        new SignatureVerifier(new Credentials(), clock), new Permissions(new Roles(), clock));
  }
}
