package dev.zerotomillions.sandbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time that a slow card takes. */
@Singleton
class Slowness {

  void pass(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
