package dev.zerotomillions.shared;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * The time outside of tests. Micronaut's own clock has a time zone: a cold start would wait for the
 * rules of all the world's zones, and nothing here asks for one.
 */
@Factory
final class SystemClock {

  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
