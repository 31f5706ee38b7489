package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a customer gets of their data across all services, and what is left when they go. */
class ErasureTest {
  private static final String NAME = "Wilhelmina Thistlewood";
  private static final String EMAIL = "wilhelmina@thistlewood.example";

  private final Shop shop = new Shop();
  private final Buyer owner = Buyer.registered(shop, EMAIL, NAME);
  private final Buyer other = Buyer.registered(shop, "other@example.com", "Oswald Otherwise");

  private Map<?, ?> exported(@Nullable Object jobId) {
    var key =
        shop.files().keys().stream()
            .filter(each -> each.endsWith("/" + jobId + ".json"))
            .findFirst()
            .orElseThrow();
    var text = shop.files().text(key).getBytes(StandardCharsets.UTF_8);
    return (Map<?, ?>) Objects.requireNonNull(Json.read(text));
  }

  private static List<?> list(Map<?, ?> data, String member) {
    return (List<?>) Objects.requireNonNull(data.get(member), member);
  }

  @Test
  void export_holdsWhatEachServiceKeeps_andNothingOfOthers() {
    owner.offer("mug", 1299, 9);
    var bought = owner.order("mug", 1, 1299, "tok_visa");
    owner.order("mug", 1, 1299, "tok_declined");
    var others = other.order("mug", 2, 1299, "tok_visa");

    var accepted = owner.export();

    assertEquals(202, accepted.status(), accepted.body());
    var data = exported(accepted.get("id"));
    assertEquals(2, list(data, "orders").size());
    assertEquals(2, list(data, "payments").size());
    assertEquals(1, list(data, "sessions").size());
    assertFalse(list(data, "messages").isEmpty());
    var text = Json.writeText(data);
    for (var kept : List.of(NAME, EMAIL, Buyer.STREET, String.valueOf(bought.get("id")))) {
      assertTrue(text.contains(kept), kept);
    }
    for (var foreign : List.of("Oswald", "other@", String.valueOf(others.get("id")))) {
      assertFalse(text.contains(foreign), foreign);
    }
  }

  @Test
  void job_isItsOwnersAlone() {
    var id = owner.export().get("id");

    assertEquals("SUCCEEDED", owner.job(id).get("state"));
    assertEquals(404, other.job(id).status());
    assertEquals(403, owner.send(ApiRequest.get("/api/jobs")).status());
  }

  @Test
  void erased_leaveTheirNameWithTheirOrdersAlone() {
    owner.offer("mug", 1299, 9);
    owner.order("mug", 1, 1299, "tok_visa");
    owner.export();
    assertTrue(shop.stored("users").contains(EMAIL));
    assertTrue(shop.stored("notifications").contains(NAME));

    assertEquals(204, owner.send(ApiRequest.of("DELETE", "/api/users/me")).status());
    shop.pass(Duration.ofMinutes(1));
    shop.api().runTask("RelayUserEvents");

    assertTrue(shop.files().keys().isEmpty(), shop.files().keys()::toString);
    for (var service : shop.services()) {
      var stored = shop.stored(service);
      for (var personal : List.of(NAME, EMAIL)) {
        assertFalse(stored.contains(personal), () -> personal + " is left in " + service);
      }
      assertEquals(service.equals("orders"), stored.contains(Buyer.STREET), service);
    }
  }
}
