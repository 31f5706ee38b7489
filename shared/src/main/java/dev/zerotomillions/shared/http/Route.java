package dev.zerotomillions.shared.http;

import io.micronaut.inject.ExecutableMethod;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A controller's method, and where each of its parameters comes from. */
final class Route {
  private final Supplier<?> controller;
  private final ExecutableMethod<Object, Object> method;
  private final ParameterSource[] sources;
  private final boolean takesJson;

  @SuppressWarnings("unchecked") // the method is one of the controller's
  Route(Supplier<?> controller, ExecutableMethod<?, ?> method, List<ParameterSource> sources) {
    this.controller = controller;
    this.method = (ExecutableMethod<Object, Object>) method;
    this.sources = sources.toArray(ParameterSource[]::new);
    this.takesJson = sources.stream().anyMatch(ParameterSource.Json.class::isInstance);
  }

  /** What the controller returns; its parameters are found in their order. */
  Object answer(LambdaRequest request) {
    MediaTypes.requireJsonAccepted(request.getHeaders().get("accept"));
    if (takesJson) {
      MediaTypes.requireJsonSent(request.getHeaders().get("content-type"));
    }
    @Nullable Object[] arguments = new @Nullable Object[sources.length];
    for (int i = 0; i < sources.length; i++) {
      arguments[i] = sources[i].find(request);
    }
    Object result = method.invoke(controller.get(), arguments);
    if (result == null) {
      throw new IllegalStateException(method + " answered nothing; use HttpResponse.noContent().");
    }
    return result;
  }
}
