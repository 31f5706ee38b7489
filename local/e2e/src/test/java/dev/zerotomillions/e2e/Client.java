package dev.zerotomillions.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** A client of the shop's API. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String apiUrl;
  private final String token;

  Client(String apiUrl) {
    this(apiUrl, "");
  }

  private Client(String apiUrl, String token) {
    this.apiUrl = apiUrl;
    this.token = token;
  }

  record Answer(int status, HttpHeaders headers, JsonNode body) {
    /** The problem's type, without the address that all of them share. */
    String problem() {
      var type = body.path("type").asText();
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  /** This client with an access token. */
  Client as(String accessToken) {
    return new Client(apiUrl, accessToken);
  }

  /** Registers a new customer, and gives a client that is logged in as that customer. */
  Client register() throws IOException, InterruptedException {
    var email = "customer-%s@example.com".formatted(UUID.randomUUID());
    register(email, "correct horse battery");
    return logIn(email, "correct horse battery");
  }

  Answer register(String email, String password) throws IOException, InterruptedException {
    return post(
        "/users",
        """
        {"email": "%s", "password": "%s", "name": "Ada", "country": "GB"}"""
            .formatted(email, password));
  }

  /** A client that is logged in as the system's administrator. */
  Client logInAs(JsonNode administrator) throws IOException, InterruptedException {
    return logIn(administrator.path("email").asText(), administrator.path("password").asText());
  }

  Client logIn(String email, String password) throws IOException, InterruptedException {
    var session =
        send(
            request("/sessions")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode()
                            .put("email", email)
                            .put("password", password)
                            .toString())));
    return as(session.body().path("accessToken").asText());
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Posts under a new idempotency key. */
  Answer post(String path, String body) throws IOException, InterruptedException {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, String body, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Places an order, and asks again under the same key until it is known what became of it. */
  Answer place(String body, String idempotencyKey) throws IOException, InterruptedException {
    var answer = post("/orders", body, idempotencyKey);
    for (int i = 0; i < 60 && (answer.status() == 202 || answer.status() == 503); i++) {
      Thread.sleep(Duration.ofSeconds(2));
      answer = post("/orders", body, idempotencyKey);
    }
    return answer;
  }

  Answer place(String body) throws IOException, InterruptedException {
    return place(body, UUID.randomUUID().toString());
  }

  /** Adds to the stock of a product; for administrators. */
  void deliver(String product, int quantity) throws IOException, InterruptedException {
    var moved =
        post(
            "/inventory/" + product + "/movements",
            "{\"quantity\": %d, \"reason\": \"delivery\"}".formatted(quantity));
    if (moved.status() != 201) {
      throw new AssertionError("Not delivered: " + moved);
    }
  }

  HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(apiUrl + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response.headers(), JSON.readTree(response.body()));
  }

  /** An order's body: so many of one product at the seeded price. */
  static String order(String productId, int quantity, int unitPrice) {
    return """
        {"lines": [{"productId": "%s", "quantity": %d, "unitPrice": {"amount": %d, "currency": "EUR"}}],
         "payment": {"token": "tok_visa"},
         "shipTo": {"name": "Ada Lovelace", "street": "12 St James Square", "city": "London",
                    "postalCode": "SW1Y 4JH", "country": "GB"}}"""
        .formatted(productId, quantity, unitPrice);
  }
}
