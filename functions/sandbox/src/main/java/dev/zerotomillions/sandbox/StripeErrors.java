package dev.zerotomillions.sandbox;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers the errors that endpoints throw, as Stripe does. */
@Singleton
final class StripeErrors implements ExceptionHandler<StripeError, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface declares the request raw
  public HttpResponse<?> handle(HttpRequest request, StripeError error) {
    return HttpResponseFactory.INSTANCE
        .status(error.status(), null)
        .body(error.body())
        .contentType("application/json");
  }
}
