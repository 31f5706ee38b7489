package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * What a first start puts into the shop, through its public API as any administrator would.
 *
 * <p>Each step may be repeated, so a seeding that was cut short is simply done again.
 */
final class Seed {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final Functions functions;
  private final Shop shop;

  Seed(Functions functions, Shop shop) {
    this.functions = functions;
    this.shop = shop;
  }

  /**
   * @param createAdministrator the name of the function that appoints one
   * @param catalogue a JSON array of {@code {id, stock, product}}
   */
  void sow(String createAdministrator, Administrator administrator, Path catalogue)
      throws CannotStart, IOException, InterruptedException {
    appoint(createAdministrator, administrator);
    String token = logIn(administrator);
    for (JsonNode each : json.readTree(Files.readAllBytes(catalogue))) {
      String id = each.path("id").asText();
      send(
          shop.request("/products/" + id)
              .header("Authorization", "Bearer " + token)
              .PUT(BodyPublishers.ofString(each.path("product").toString())));
      String movement =
          json.createObjectNode()
              .put("quantity", each.path("stock").asInt())
              .put("reason", "opening stock")
              .toString();
      send(
          shop.request("/inventory/" + id + "/movements")
              .header("Authorization", "Bearer " + token)
              .header("Idempotency-Key", openingStockKey(id))
              .POST(BodyPublishers.ofString(movement)));
    }
  }

  private void appoint(String function, Administrator administrator)
      throws CannotStart, InterruptedException {
    String event =
        json.createObjectNode()
            .put("email", administrator.email())
            .put("password", administrator.password())
            .put("name", "Administrator")
            .toString();
    Invocation invocation =
        functions.invoke(function, event.getBytes(StandardCharsets.UTF_8), PATIENCE);
    if (!(invocation instanceof Invocation.Returned)) {
      throw new CannotStart(
          "No administrator could be appointed: %s. See the log of %s"
              .formatted(describe(invocation), function));
    }
  }

  private static String describe(Invocation invocation) {
    return invocation instanceof Invocation.Failed failed
        ? new String(failed.payload(), StandardCharsets.UTF_8)
        : invocation.toString();
  }

  private String logIn(Administrator administrator)
      throws CannotStart, IOException, InterruptedException {
    String body =
        json.createObjectNode()
            .put("email", administrator.email())
            .put("password", administrator.password())
            .toString();
    return send(shop.request("/sessions").POST(BodyPublishers.ofString(body)))
        .path("accessToken")
        .asText();
  }

  private JsonNode send(HttpRequest.Builder request)
      throws CannotStart, IOException, InterruptedException {
    HttpRequest whole = request.build();
    Shop.Answer answer = shop.send(whole);
    if (answer.status() >= 300) {
      throw new CannotStart(
          "Seeding stopped at %s %s, which answered %d: %s. Start again to resume it"
              .formatted(whole.method(), whole.uri(), answer.status(), answer.body()));
    }
    return answer.body();
  }

  private static String openingStockKey(String productId) {
    return UUID.nameUUIDFromBytes(("opening stock " + productId).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
