package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers the refusals that controllers throw. */
@Singleton
final class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the interface declares the request raw
  public HttpResponse<?> handle(HttpRequest request, Problem problem) {
    return ProblemAnswers.response(problem);
  }
}
