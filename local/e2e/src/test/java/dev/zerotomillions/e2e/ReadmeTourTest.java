package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, run line by line as it stands in the file. */
class ReadmeTourTest {
  private static final Pattern TOUR =
      Pattern.compile("<!-- tour[^\\n]*\\n```bash\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path data;

  @Test
  void tour_works_asPasted() throws IOException, InterruptedException {
    var tour = TOUR.matcher(Files.readString(Scripts.ROOT.resolve("README.md")));
    assertTrue(tour.find(), "The README has no tour");
    var environment =
        Map.of("SHOP_DATA", data.toString(), "SHOP_PORT", String.valueOf(RunningShop.freePort()));
    var run =
        Scripts.run(environment, List.of("bash", "-e", "-o", "pipefail", "-c", tour.group(1)));
    Scripts.run(environment, "down").succeeded();

    assertEquals(0, run.exitCode(), run.output());
    assertTrue(run.output().contains("HTTP/1.1 201"), run.output());
    assertTrue(run.output().contains("CONFIRMED"), run.output());
    // The tour shows one refusal, and has no other.
    var asShown = run.output().replace("/problems/payment-declined", "");
    assertTrue(asShown.length() < run.output().length(), run.output());
    assertFalse(asShown.contains("/problems/"), run.output());
  }
}
