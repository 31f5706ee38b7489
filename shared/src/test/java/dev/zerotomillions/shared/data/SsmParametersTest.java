package dev.zerotomillions.shared.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.problem.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

class SsmParametersTest {
  private record Answer(int status, String body) {}

  private final List<String> requests = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private HttpServer server;
  private SsmParameters parameters;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    var settings = new Settings(Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", endpoint));
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    parameters = new SsmParameters(settings, UrlConnectionHttpClient.create(), credentials);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    var answer = answers.remove();
    exchange.sendResponseHeaders(answer.status(), answer.body().length());
    exchange.getResponseBody().write(answer.body().getBytes(UTF_8));
    exchange.close();
  }

  @Test
  void find_asksForTheDecryptedValue_signedForSsmInTheRegion() {
    answers.add(new Answer(200, "{\"Parameter\":{\"Value\":\"s3cret\",\"Version\":1}}"));

    assertEquals(Optional.of("s3cret"), parameters.find("/shop/key"));

    assertTrue(requests.getFirst().startsWith("AmazonSSM.GetParameter "), requests.getFirst());
    assertTrue(requests.getFirst().contains("\"WithDecryption\":true"), requests.getFirst());
    assertTrue(
        authorizations
            .getFirst()
            .matches("AWS4-HMAC-SHA256 Credential=key/\\d+/eu-central-1/ssm/.*"),
        authorizations.getFirst());
  }

  @Test
  void find_ofUnknownName_isEmpty_andGet_saysWhatToDeploy() {
    answers.add(new Answer(400, "{\"__type\":\"ParameterNotFound\",\"message\":\"\"}"));
    answers.add(new Answer(400, "{\"__type\":\"com.amazonaws#ParameterNotFound\"}"));

    assertEquals(Optional.empty(), parameters.find("/shop/key"));
    var missing =
        assertThrows(Parameters.ParameterMissing.class, () -> parameters.get("/shop/key"));
    assertTrue(missing.toString().contains("Shop-Keys"), missing.toString());
  }

  @Test
  void putIfAbsent_neverOverwrites() {
    answers.add(new Answer(200, "{\"Version\":1}"));
    answers.add(new Answer(400, "{\"__type\":\"ParameterAlreadyExists\",\"message\":\"there\"}"));

    assertTrue(parameters.putIfAbsent("/shop/key", "one"));
    assertFalse(parameters.putIfAbsent("/shop/key", "two"));

    for (var request : requests) {
      assertTrue(request.startsWith("AmazonSSM.PutParameter "), request);
      assertTrue(request.contains("\"Overwrite\":false"), request);
      assertTrue(request.contains("\"Type\":\"SecureString\""), request);
    }
  }

  @Test
  void overwrite_replaces() {
    answers.add(new Answer(200, "{\"Version\":2}"));
    parameters.overwrite("/shop/key", "three");
    assertTrue(requests.getLast().contains("\"Overwrite\":true"), requests.getLast());
  }

  @Test
  void otherRefusalsAndFailures_areUnavailable() {
    answers.add(new Answer(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}"));
    answers.add(new Answer(500, "{}"));
    answers.add(new Answer(400, "{\"__type\":\"ThrottlingException\"}"));

    assertThrows(Unavailable.class, () -> parameters.find("/shop/key"));
    assertThrows(Unavailable.class, () -> parameters.overwrite("/shop/key", "four"));
    assertThrows(Unavailable.class, () -> parameters.putIfAbsent("/shop/key", "five"));
  }
}
