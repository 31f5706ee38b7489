package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts say to a person. */
class ScriptsTest {
  @TempDir Path data;

  @Test
  void everyScript_answersHelp() throws IOException, InterruptedException {
    try (var scripts = Files.list(Scripts.ROOT.resolve("scripts"))) {
      for (var script : scripts.filter(Files::isRegularFile).filter(Files::isExecutable).toList()) {
        var name = script.getFileName().toString();
        var help = Scripts.run(Map.of(), name, "--help").succeeded();
        assertTrue(help.output().contains("scripts/" + name), help.output());
      }
    }
  }

  @Test
  void unknownOption_isRefusedInOneLine() throws IOException, InterruptedException {
    var refused = Scripts.run(Map.of(), "up", "--fast");
    assertEquals(1, refused.exitCode());
    assertEquals("scripts/up: unknown option --fast; see scripts/up --help\n", refused.output());
  }

  @Test
  void takenPort_isNamed_withTheRemedy() throws IOException, InterruptedException {
    try (var taken = new ServerSocket(0)) {
      var port = String.valueOf(taken.getLocalPort());
      var refused =
          Scripts.run(Map.of("SHOP_DATA", data.toString(), "SHOP_PORT", port), "up", "--detach");
      assertEquals(1, refused.exitCode(), refused.output());
      assertTrue(refused.output().contains(port), refused.output());
      assertTrue(refused.output().contains("--port"), refused.output());
    }
  }

  @Test
  void twoSystems_runSideBySide_butNotOnOneFolder() throws IOException, InterruptedException {
    try (var one = RunningShop.up(data.resolve("one"));
        var other = RunningShop.up(data.resolve("other"))) {
      var customer = one.client().register();
      customer.post("/orders", Client.order("enamel-mug", 3, 1650));
      assertEquals(147, one.client().get("/inventory/enamel-mug").body().path("onHand").asInt());
      assertEquals(150, other.client().get("/inventory/enamel-mug").body().path("onHand").asInt());

      var refused = Scripts.run(one.environment(), "up", "--detach");
      assertEquals(1, refused.exitCode(), refused.output());
      assertTrue(refused.output().contains("scripts/down"), refused.output());
      assertEquals(200, one.client().get("/health").status());
    }
  }

  @Test
  void sampleEvent_isFilledInAndAnswered() throws IOException, InterruptedException {
    try (var shop = RunningShop.up(data)) {
      var placed = shop.script("invoke", "PlaceOrder").succeeded();
      assertTrue(placed.output().contains("CONFIRMED"), placed.output());
      var refused =
          shop.script("invoke", "GetOrder", "events/orders/GetOrder-anothers.json").succeeded();
      assertTrue(refused.output().contains("not-found"), refused.output());
    }
  }
}
