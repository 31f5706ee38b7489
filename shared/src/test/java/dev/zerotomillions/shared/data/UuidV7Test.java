package dev.zerotomillions.shared.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
  private final UuidV7 ids = new UuidV7(() -> Instant.ofEpochMilli(millis.get()));

  @Test
  void id_hasVersionVariantAndTime() {
    UUID id = ids.next();
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    assertEquals(millis.get(), id.getMostSignificantBits() >>> 16);
  }

  @Test
  void ids_riseWithinAMillisecond_andWhenTheClockStepsBack() {
    Set<UUID> seen = new HashSet<>();
    String last = "";
    for (int i = 0; i < 20_000; i++) {
      if (i == 10_000) {
        millis.addAndGet(-5_000);
      }
      UUID id = ids.next();
      assertTrue(last.compareTo(id.toString()) < 0, last + " then " + id);
      last = id.toString();
      seen.add(id);
    }
    assertEquals(20_000, seen.size());
  }

  @Test
  void generatorsOfTheSameTime_differ() {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH.plusSeconds(1));
    assertNotEquals(new UuidV7(clock).next(), new UuidV7(clock).next());
  }

  @Test
  void prefix_standsInFront() {
    assertTrue(
        ids.next("ord")
            .matches("ord_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }
}
