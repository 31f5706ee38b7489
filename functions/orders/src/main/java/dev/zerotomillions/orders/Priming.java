package dev.zerotomillions.orders;

import dev.zerotomillions.shared.http.PrimingRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/**
 * What is served before a snapshot of the function is taken: a read that is refused for want of a
 * token.
 */
@Factory
final class Priming {

  @Singleton
  PrimingRequest order() {
    return new PrimingRequest("GET", "/api/orders/priming");
  }
}
