package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.BodyMissing;
import dev.zerotomillions.shared.problem.InternalFailure;
import dev.zerotomillions.shared.problem.MalformedRequest;
import dev.zerotomillions.shared.problem.MethodNotAllowed;
import dev.zerotomillions.shared.problem.NotAcceptable;
import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.problem.Problem;
import dev.zerotomillions.shared.problem.UnsupportedMediaType;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest.EmptyBodyException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Turns every error that Micronaut finds by itself into problem details. */
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<Object> {

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext error, MutableHttpResponse<?> response) {
    Throwable cause = error.getRootCause().orElse(null);
    return ProblemAnswers.fill(response, problem(error.getRequest(), response, cause));
  }

  private static Problem problem(
      HttpRequest<?> request, MutableHttpResponse<?> response, @Nullable Throwable cause) {
    return switch (response.code()) {
      case 404 -> NotFound.at(request.getPath());
      case 405 ->
          new MethodNotAllowed(
              request.getMethodName(), String.join(", ", response.getHeaders().getAll("Allow")));
      case 406 -> new NotAcceptable();
      case 415 -> new UnsupportedMediaType();
      default ->
          response.code() < 500 ? badRequest(cause) : new InternalFailure(Correlation.requestId());
    };
  }

  private static Problem badRequest(@Nullable Throwable cause) {
    return switch (cause) {
      case ConversionErrorException conversion ->
          new ValidationFailed(conversion.getArgument().getName(), "has the wrong type");
      case EmptyBodyException _ -> new BodyMissing();
      case CodecException codec when codec.getCause() instanceof EmptyBodyException ->
          new BodyMissing();
      case UnsatisfiedRouteException missing -> missing(missing.getArgument());
      case null, default -> new MalformedRequest("The request cannot be read.");
    };
  }

  private static Problem missing(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class)
        ? new BodyMissing()
        : new ValidationFailed(argument.getName(), "is required");
  }
}
