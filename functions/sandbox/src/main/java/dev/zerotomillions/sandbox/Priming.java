package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.PrimingRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/**
 * What is served before a snapshot of the function is taken: a read that is refused for want of a
 * key.
 */
@Factory
final class Priming {

  @Singleton
  PrimingRequest balance() {
    return new PrimingRequest("GET", "/sandbox/v1/balance");
  }
}
