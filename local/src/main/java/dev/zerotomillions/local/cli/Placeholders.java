package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the placeholders of sample events in the running system. Only what an event asks
 * for is made: a customer is registered for {@code ${TOKEN}}, and an order placed for {@code
 * ${ORDER}}.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final String PASSWORD = "correct horse battery staple";

  private final JsonNode outputs;
  private final Shop shop;
  private final ResponseSink sink;
  private final Map<String, String> known = new HashMap<>();

  Placeholders(JsonNode outputs, ResponseSink sink) {
    this.outputs = outputs;
    this.shop = new Shop(outputs.path("apiUrl").asText());
    this.sink = sink;
  }

  String fill(String event) throws CannotStart, IOException, InterruptedException {
    Matcher matcher = PLACEHOLDER.matcher(event);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1))));
    }
    return matcher.appendTail(filled).toString();
  }

  private String value(String name) throws CannotStart, IOException, InterruptedException {
    @Nullable String value = known.get(name);
    if (value == null) {
      value = make(name);
      known.put(name, value);
    }
    return value;
  }

  private String make(String name) throws CannotStart, IOException, InterruptedException {
    return switch (name) {
      case "UUID" -> UUID.randomUUID().toString();
      case "NEW_EMAIL" -> email();
      case "PASSWORD" -> PASSWORD;
      case "EMAIL" -> register();
      case "TOKEN" -> session(value("EMAIL"), PASSWORD).path("accessToken").asText();
      case "REFRESH_TOKEN" -> session(value("EMAIL"), PASSWORD).path("refreshToken").asText();
      case "ADMIN_TOKEN" ->
          session(outputs.at("/admin/email").asText(), outputs.at("/admin/password").asText())
              .path("accessToken")
              .asText();
      case "PRODUCT" -> product().path("id").asText();
      case "PRICE" -> product().at("/price/amount").asText();
      case "ORDER" -> order();
      case "RESPONSE_URL" -> sink.url();
      default ->
          throw new CannotStart("events/README.md knows no placeholder ${%s}".formatted(name));
    };
  }

  private static String email() {
    return "customer-%s@example.com".formatted(UUID.randomUUID());
  }

  private String register() throws CannotStart, IOException, InterruptedException {
    String email = email();
    post(
        "/users",
        "",
        """
        {"email": "%s", "password": "%s", "name": "Sample Customer", "country": "DE"}"""
            .formatted(email, PASSWORD));
    return email;
  }

  private JsonNode session(String email, String password)
      throws CannotStart, IOException, InterruptedException {
    String body =
        """
        {"email": "%s", "password": "%s"}"""
            .formatted(email, password);
    return post("/sessions", "", body);
  }

  private JsonNode product() throws IOException, InterruptedException {
    return shop.send(shop.request("/products?limit=1").GET().build()).body().at("/items/0");
  }

  private String order() throws CannotStart, IOException, InterruptedException {
    String body =
        """
        {"lines": [{"productId": "%s", "quantity": 1,
                    "unitPrice": {"amount": %s, "currency": "EUR"}}],
         "payment": {"token": "tok_visa"},
         "shipTo": {"name": "Sample Customer", "street": "Sample Street 1", "city": "Berlin",
                    "postalCode": "10115", "country": "DE"}}"""
            .formatted(value("PRODUCT"), value("PRICE"));
    return post("/orders", value("TOKEN"), body).path("id").asText();
  }

  private JsonNode post(String path, String token, String body)
      throws CannotStart, IOException, InterruptedException {
    var request =
        shop.request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    Shop.Answer answer = shop.send(request.build());
    if (answer.status() >= 300) {
      throw new CannotStart(
          "POST %s answered %d: %s".formatted(path, answer.status(), answer.body()));
    }
    return answer.body();
  }
}
