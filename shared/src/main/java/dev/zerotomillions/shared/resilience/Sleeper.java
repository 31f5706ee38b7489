package dev.zerotomillions.shared.resilience;

import java.time.Duration;

/** What lets time pass. */
@FunctionalInterface
public interface Sleeper {
  void sleep(Duration time);
}
