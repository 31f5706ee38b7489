package dev.zerotomillions.shared.http;

import io.micronaut.http.HttpResponse;

/** An exception that is its own answer, for APIs whose errors are no problem details. */
public abstract class Refusal extends RuntimeException {
  protected Refusal(String message) {
    // No stack trace: a refusal is an answer, not a fault.
    super(message, null, false, false);
  }

  protected abstract HttpResponse<?> response();
}
