package dev.zerotomillions.operations;

import dev.zerotomillions.shared.http.PrimingRequest;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What is served before a snapshot of the function is taken: the document of the API. */
@Factory
final class Priming {

  @Singleton
  PrimingRequest document() {
    return new PrimingRequest("GET", "/api/openapi.json");
  }
}
