package dev.zerotomillions.shared.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zerotomillions.shared.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class SignedHttpTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Map<String, String> seen = new HashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer gateway;

  SignedHttpTest() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/stage", this::answer);
    gateway.createContext("/slow", this::hang);
    gateway.setExecutor(Thread::startVirtualThread);
  }

  @BeforeEach
  void start() {
    gateway.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    gateway.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    seen.put("method", exchange.getRequestMethod());
    seen.put("target", exchange.getRequestURI().toString());
    seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = "{\"wörd\":1}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    int status = exchange.getRequestURI().getPath().endsWith("conflict") ? 409 : 200;
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void hang(HttpExchange exchange) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private SignedHttp through(String path) {
    String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + path;
    return new SignedHttp(
        new Settings(Map.of("SHOP_URL", url, "AWS_REGION", "eu-central-1")),
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session-token")));
  }

  private CallAnswer send(ServiceCall call, String body) throws IOException {
    return through("/stage")
        .exchange(
            call,
            body.getBytes(StandardCharsets.UTF_8),
            CallHeaders.of(TIMEOUT, !body.isEmpty()),
            TIMEOUT);
  }

  @Test
  void call_isSignedForTheGateway_withTheRolesSession() throws IOException {
    CallAnswer answer = send(ServiceCall.put("/internal/payments/ord_1", Map.of()), "{\"a\":1}");
    assertEquals(200, answer.status());
    assertEquals("{\"wörd\":1}", answer.body());
    assertEquals("application/json", answer.headers().get("content-type"));
    assertEquals("PUT", seen.get("method"));
    assertEquals("/stage/internal/payments/ord_1", seen.get("target"));
    assertEquals("{\"a\":1}", seen.get("body"));
    assertEquals("5000", seen.get("request-timeout-ms"));
    String authorization = String.valueOf(seen.get("authorization"));
    assertTrue(authorization.startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"));
    assertTrue(authorization.contains("/eu-central-1/execute-api/aws4_request"), authorization);
    assertTrue(authorization.contains("x-amz-security-token"), authorization);
    assertEquals("session-token", seen.get("x-amz-security-token"));
    assertNotNull(seen.get("x-amz-date"));
  }

  @Test
  void query_goesAsItIs() throws IOException {
    send(ServiceCall.get("/internal/catalog/prices?ids=a,b%20c"), "");
    assertEquals("GET", seen.get("method"));
    assertTrue(
        String.valueOf(seen.get("target")).startsWith("/stage/internal/catalog/prices?ids=a"),
        String.valueOf(seen.get("target")));
    assertTrue(String.valueOf(seen.get("target")).endsWith("b%20c"));
  }

  @Test
  void postWithoutABody_andARefusal_areOrdinary() throws IOException {
    CallAnswer answer = send(ServiceCall.post("/internal/x/conflict"), "");
    assertEquals(409, answer.status());
    assertEquals("{\"wörd\":1}", answer.body());
    assertEquals("POST", seen.get("method"));
  }

  @Test
  void gatewayThatDoesNotAnswerInTime_isATimeout() {
    SignedHttp slow = through("/slow");
    ServiceCall call = ServiceCall.get("/internal/x");
    assertThrows(
        IOException.class, () -> slow.exchange(call, new byte[0], Map.of(), Duration.ofMillis(50)));
  }

  @Test
  void gatewayThatIsNotThere_isAFailedTry() {
    SignedHttp nowhere = through("/stage");
    gateway.stop(0);
    ServiceCall call = ServiceCall.get("/internal/x");
    assertThrows(IOException.class, () -> nowhere.exchange(call, new byte[0], Map.of(), TIMEOUT));
  }
}
