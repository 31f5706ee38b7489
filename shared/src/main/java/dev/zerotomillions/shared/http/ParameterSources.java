package dev.zerotomillions.shared.http;

import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.inject.ExecutableMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out, as the function starts, where each parameter of a controller's method comes from. */
final class ParameterSources {
  private final Map<Class<?>, TypedRequestArgumentBinder<?>> binders = new HashMap<>();

  ParameterSources(Collection<TypedRequestArgumentBinder<?>> binders) {
    binders.forEach(binder -> this.binders.put(binder.argumentType().getType(), binder));
  }

  List<ParameterSource> of(ExecutableMethod<?, ?> method, PathTemplate path) {
    return Arrays.stream(method.getArguments())
        .map(parameter -> source(method, path, parameter))
        .toList();
  }

  private ParameterSource source(
      ExecutableMethod<?, ?> method, PathTemplate path, Argument<?> parameter) {
    var annotations = parameter.getAnnotationMetadata();
    if (annotations.hasAnnotation(Body.class)) {
      return new ParameterSource.Json(parameter.getType());
    }
    if (annotations.hasAnnotation(QueryValue.class)) {
      return new ParameterSource.Query(
          parameter, annotations.stringValue(QueryValue.class).orElse(parameter.getName()));
    }
    if (annotations.hasAnnotation(Header.class)) {
      return new ParameterSource.Header(
          parameter,
          annotations
              .stringValue(Header.class)
              .orElseGet(() -> NameUtils.hyphenate(parameter.getName())));
    }
    int segment = path.indexOf(parameter.getName());
    if (segment >= 0) {
      return new ParameterSource.Path(parameter, segment);
    }
    if (parameter.getType() == HttpRequest.class) {
      return new ParameterSource.Whole();
    }
    return bound(method, parameter);
  }

  @SuppressWarnings("unchecked") // found by the parameter's very type
  private <T> ParameterSource bound(ExecutableMethod<?, ?> method, Argument<T> parameter) {
    var binder = (TypedRequestArgumentBinder<T>) binders.get(parameter.getType());
    if (binder == null) {
      throw new UnsupportedRoute(
          "The parameter "
              + parameter.getName()
              + " of "
              + method
              + " is no variable of its path; annotate it with @Body, @QueryValue or @Header, or"
              + " write a binder for its type.");
    }
    return new ParameterSource.Bound<>(parameter, binder);
  }
}
