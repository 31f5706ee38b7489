package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An environment that lives long answers as fast as a young one: nothing piles up in it. */
class LatencyTest {
  private static final int BLOCK = 1000;

  private final Shop shop = new Shop();

  @Test
  void tenThousandthRequest_isNoSlowerThanTheThousandth() {
    var request = ApiRequest.get("/.well-known/jwks.json");
    assertEquals(200, shop.api().send(request).status());
    medianOfBlock(request);
    long early = medianOfBlock(request);
    for (int i = 0; i < 7; i++) {
      medianOfBlock(request);
    }
    long late = medianOfBlock(request);

    assertTrue(late <= early * 2, () -> "the median went from %d to %d ns".formatted(early, late));
  }

  private long medianOfBlock(ApiRequest request) {
    var durations = new long[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      long start = System.nanoTime();
      shop.api().send(request);
      durations[i] = System.nanoTime() - start;
    }
    Arrays.sort(durations);
    return durations[BLOCK / 2];
  }
}
