package dev.zerotomillions.shared.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.resilience.Guards;
import dev.zerotomillions.shared.resilience.Sleeper;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.TestTable;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResilientCallsTest {
  private static final ServiceCall CALL = ServiceCall.get("/internal/x/1");

  private final TestTable table = TestTable.create();
  private final AtomicInteger requests = new AtomicInteger();

  /** How many requests came while a slot was held: no other row is written on success. */
  private final AtomicInteger withSlots = new AtomicInteger();

  private final HttpServer gateway;
  private volatile int status = 200;

  ResilientCallsTest() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          withSlots.addAndGet(table.count());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  /** Lets no time pass. */
  private record Hurry() implements Sleeper {
    @Override
    public void sleep(Duration time) {
      // Retries come at once.
    }
  }

  /** A service that its callers have to be careful with. */
  @Factory
  static final class Careful {
    @Singleton
    @Named("careful")
    CallPolicy policy() {
      return CallPolicy.standard().withSlots(1);
    }
  }

  private BeanContext function(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("SHOP_URL", "http://127.0.0.1:" + gateway.getAddress().getPort());
    all.put("SHOP_FUNCTION", "PlaceOrder");
    return Contexts.start(Api.settings(all), new Hurry());
  }

  private BeanContext function() {
    return function(Map.of("ORDERS_TABLE", table.name()));
  }

  private static CallAnswer call(BeanContext function, String service) {
    Deadline deadline = Deadline.within(Duration.ofSeconds(5), InstantSource.system());
    return function.getBean(ServiceCalls.class).to(service).send(CALL, deadline);
  }

  @Test
  void outsideOfTheMonolith_callsGoThroughTheGateway_andCostNoWrite() {
    try (BeanContext function = function()) {
      assertEquals(200, call(function, "x").status());
      assertEquals(1, requests.get());
      assertEquals(0, table.count());
    }
  }

  @Test
  void failures_openTheBreakerForTheNextEnvironment() {
    status = 503;
    try (BeanContext first = function();
        BeanContext second = function()) {
      assertThrows(CallFailed.class, () -> call(first, "x"));
      assertThrows(CircuitOpen.class, () -> call(first, "x"));
      assertThrows(CircuitOpen.class, () -> call(second, "x"));
      assertEquals(5, requests.get());
      status = 200;
      assertEquals(200, call(second, "y").status());
    }
  }

  @Test
  void callersOwnPolicy_isThatOfItsCalleesName() {
    try (BeanContext function = function()) {
      call(function, "x");
      assertEquals(0, withSlots.get());
      call(function, "careful");
      assertEquals(1, withSlots.get());
    }
  }

  @Test
  void functionThatCallsNobody_hasNothingToCallWith() {
    try (BeanContext function = function(Map.of())) {
      function.getBean(ServiceCalls.class);
      assertFalse(
          function.getActiveBeanRegistrations(Guards.class).iterator().hasNext(),
          "guards without a call");
    }
  }

  @Test
  void functionOnSeveralTables_isToldThatItsOwnIsUnclear() {
    Map<String, String> tables = Map.of("ORDERS_TABLE", "a", "CATALOG_TABLE", "b");
    try (BeanContext function = function(tables)) {
      assertThrows(Settings.OwnTableUnclear.class, () -> call(function, "x"));
    }
  }
}
