package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of customers stays out of the logs, whatever becomes of their orders. */
class PersonalDataTest {

  @Test
  void namesAddressesAndCards_areNeverLogged() throws IOException, InterruptedException {
    var log = logOf(Life.class);
    assertTrue(log.contains(" is CONFIRMED") && log.contains(" is CANCELLED"), log);
    for (var secret :
        List.of(Buyer.NAME, Buyer.STREET, Buyer.CITY, "tok_", "customer@example.com", "Bearer")) {
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

  /** A customer's orders, good and bad. */
  static final class Life {
    private Life() {}

    public static void main(String[] arguments) {
      var buyer = new Buyer(new Shop());
      buyer.offer("mug", 1299, 3);
      var bought = buyer.order("mug", 1, 1299, "tok_visa");
      buyer.order("mug", 1, 1299, "tok_declined");
      buyer.order("mug", 9, 1299, "tok_visa");
      buyer.order("mug", 1, 1, "tok_visa");
      buyer.order("mug", 1, 1299, "not a token");
      buyer.cancel(buyer.order("mug", 1, 1299, "tok_outage").get("id"));
      buyer.refund(bought.get("id"));
      // The provider's connections would keep the process.
      System.exit(0);
    }
  }
}
