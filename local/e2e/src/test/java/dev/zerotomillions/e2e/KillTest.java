package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a SIGKILL of the emulator leaves behind. */
class KillTest {
  @TempDir Path data;

  @Test
  void orderOutlivesTheEmulator_andItsProcessesDoNot()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (var shop = RunningShop.up(data)) {
      var customer = shop.client().register();
      var placed = customer.place(Client.order("desk-lamp", 1, 7900));
      assertEquals(201, placed.status(), placed.toString());

      var emulator = shop.emulator();
      var children = emulator.descendants().toList();
      assertFalse(children.isEmpty());
      emulator.destroyForcibly();
      emulator.onExit().get(30, TimeUnit.SECONDS);
      for (var child : children) {
        child.onExit().get(30, TimeUnit.SECONDS);
      }

      shop.start();
      var read = customer.get("/orders/" + placed.body().path("id").asText());
      assertEquals(200, read.status(), read.toString());
      assertEquals(placed.body(), read.body());
      assertEquals(29, shop.client().get("/inventory/desk-lamp").body().path("onHand").asInt());
    }
  }

  @Test
  void down_leavesNoProcess()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (var shop = RunningShop.up(data)) {
      var emulator = shop.emulator();
      var children = emulator.descendants().toList();
      shop.script("down").succeeded();
      assertFalse(emulator.isAlive());
      for (var child : children) {
        child.onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }
}
