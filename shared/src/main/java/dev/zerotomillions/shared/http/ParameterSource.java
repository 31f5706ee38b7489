package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.RecordBinder;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.BodyMissing;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import org.jspecify.annotations.Nullable;

/** Where a parameter of a controller's method comes from. */
sealed interface ParameterSource {

  /** The parameter's value; null only where the parameter may be. */
  @Nullable Object find(LambdaRequest request);

  /** The request itself. */
  record Whole() implements ParameterSource {
    @Override
    public Object find(LambdaRequest request) {
      return request;
    }
  }

  /** The JSON body, bound to a record. */
  record Json(Class<?> type) implements ParameterSource {
    @Override
    public Object find(LambdaRequest request) {
      byte[] body = request.sentBytes();
      if (body.length == 0) {
        throw new BodyMissing();
      }
      return RecordBinder.bind(type, dev.zerotomillions.shared.json.Json.read(body));
    }
  }

  /**
   * A segment of the path; what is named as the id of something tells what the request is about.
   */
  record Path(Argument<?> parameter, int segment) implements ParameterSource {
    @Override
    public @Nullable Object find(LambdaRequest request) {
      String value = request.segment(segment);
      if (parameter.getName().endsWith("Id")) {
        Correlation.annotate(parameter.getName(), value);
      }
      return converted(parameter, value);
    }
  }

  /** The first value of a query parameter. */
  record Query(Argument<?> parameter, String name) implements ParameterSource {
    @Override
    public @Nullable Object find(LambdaRequest request) {
      var values = request.query().get(name);
      return converted(parameter, values == null ? null : values.getFirst());
    }
  }

  /** A header. */
  record Header(Argument<?> parameter, String name) implements ParameterSource {
    @Override
    public @Nullable Object find(LambdaRequest request) {
      return converted(parameter, request.getHeaders().get(name));
    }
  }

  /** What a binder finds for the parameter's type. */
  record Bound<T>(Argument<T> parameter, TypedRequestArgumentBinder<T> binder)
      implements ParameterSource {
    @Override
    public @Nullable Object find(LambdaRequest request) {
      var found = binder.bind(ConversionContext.of(parameter), request).getValue();
      return found.isPresent() ? found.get() : missing(parameter);
    }
  }

  private static @Nullable Object converted(Argument<?> parameter, @Nullable String text) {
    if (text == null) {
      return missing(parameter);
    }
    return parameter.getType() == String.class
        ? text
        : ConversionService.SHARED
            .convert(text, ConversionContext.of(parameter))
            .orElseThrow(() -> new ValidationFailed(parameter.getName(), "has the wrong type"));
  }

  private static @Nullable Object missing(Argument<?> parameter) {
    if (parameter.isNullable()) {
      return null;
    }
    throw new ValidationFailed(parameter.getName(), "is required");
  }
}
