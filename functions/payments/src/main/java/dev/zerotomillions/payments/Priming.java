package dev.zerotomillions.payments;

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
  PrimingRequest payment() {
    return new PrimingRequest("GET", "/api/payments/priming");
  }
}
