package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.http.PrimingRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What is served before a snapshot of the function is taken: a read that finds nothing. */
@Factory
final class Priming {

  @Singleton
  PrimingRequest product() {
    return new PrimingRequest("GET", "/api/products/priming");
  }
}
