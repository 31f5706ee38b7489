package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of customers stays out of the logs, whatever becomes of them and their orders. */
class PersonalDataTest {

  @Test
  void namesAddressesAndCards_areNeverLogged() throws IOException, InterruptedException {
    var log = logOf(Life.class);
    assertTrue(log.contains(" is CONFIRMED") && log.contains(" is CANCELLED"), log);
    for (var secret :
        List.of(
            Buyer.NAME,
            Buyer.STREET,
            Buyer.CITY,
            Life.NAME,
            Life.NEW_NAME,
            Life.EMAIL,
            Buyer.PASSWORD,
            "tok_",
            "customer@example.com",
            "Bearer")) {
      assertFalse(log.contains(secret), () -> secret + " was logged: " + log);
    }
  }

  /** Loggers keep the stream that they begin with, so a process of its own is listened to. */
  private static String logOf(Class<?> program) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), program.getName())
            .redirectErrorStream(true)
            .start();
    var log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), log);
    return log;
  }

  /** A customer's orders, good and bad, and what others do to their account and with it. */
  static final class Life {
    static final String NAME = "Wilhelmina Thistlewood";
    static final String NEW_NAME = "Wilhelmina Featherstone";
    static final String EMAIL = "wilhelmina@thistlewood.example";

    private Life() {}

    public static void main(String[] arguments) {
      var shop = new Shop();
      order(new Buyer(shop));
      own(shop);
      // The provider's connections would keep the process.
      System.exit(0);
    }

    private static void order(Buyer buyer) {
      buyer.offer("mug", 1299, 3);
      var bought = buyer.order("mug", 1, 1299, "tok_visa");
      buyer.order("mug", 1, 1299, "tok_declined");
      buyer.order("mug", 9, 1299, "tok_visa");
      buyer.order("mug", 1, 1, "tok_visa");
      buyer.order("mug", 1, 1299, "not a token");
      buyer.cancel(buyer.order("mug", 1, 1299, "tok_outage").get("id"));
      buyer.refund(bought.get("id"));
    }

    private static void own(Shop shop) {
      var owner = Buyer.registered(shop, EMAIL, NAME);
      Buyer.registered(shop, EMAIL, NAME);
      shop.api()
          .send(
              ApiRequest.of("POST", "/api/sessions")
                  .json(Map.of("email", EMAIL, "password", "a guess of " + NAME)));
      owner.send(ApiRequest.of("PATCH", "/api/users/me").json(Map.of("name", NEW_NAME)));
      owner.send(ApiRequest.of("PATCH", "/api/users/me").json(Map.of("nickname", NAME)));
      owner.order("mug", 1, 1299, "tok_visa");

      shop.files().reachable(false);
      var accepted = owner.export();
      shop.files().reachable(true);
      shop.api().runTask("ResumeUserJobs");
      assertEquals("SUCCEEDED", owner.job(accepted.get("id")).get("state"));

      assertEquals(204, owner.send(ApiRequest.of("DELETE", "/api/users/me")).status());
      owner.export();
    }
  }
}
