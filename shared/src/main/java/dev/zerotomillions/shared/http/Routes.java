package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.MethodNotAllowed;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.context.BeanContext;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;

/**
 * The function's routes, by path and method; Micronaut hands every method of every controller to it
 * as the context starts.
 */
@Singleton
final class Routes implements ExecutableMethodProcessor<Controller> {
  private final RouteNode root = new RouteNode();
  private final BeanContext context;
  private final ParameterSources sources;

  Routes(BeanContext context, Collection<TypedRequestArgumentBinder<?>> binders) {
    this.context = context;
    this.sources = new ParameterSources(binders);
  }

  @Override
  public void process(BeanDefinition<?> controller, ExecutableMethod<?, ?> method) {
    method
        .getAnnotationNameByStereotype(HttpMethodMapping.class)
        .ifPresent(annotation -> add(httpMethod(annotation), controller, method));
  }

  private <B> void add(
      String httpMethod, BeanDefinition<B> controller, ExecutableMethod<?, ?> method) {
    PathTemplate path =
        PathTemplate.of(
            controller.stringValue(Controller.class).orElse(""),
            method.stringValue(HttpMethodMapping.class).orElse(""));
    root.add(
        path,
        httpMethod,
        new Route(() -> context.getBean(controller), method, sources.of(method, path)));
  }

  /** {@code GET} for {@code io.micronaut.http.annotation.Get}. */
  private static String httpMethod(String annotation) {
    return annotation.substring(annotation.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }

  /**
   * What the controller returns.
   *
   * @throws NotFound if nothing is at the path
   * @throws MethodNotAllowed if what is there doesn't take the method
   */
  Object answer(LambdaRequest request) {
    RouteNode node = root.find(request.segments());
    if (node == null) {
      throw NotFound.at(request.getPath());
    }
    Route route = node.route(request.getMethodName());
    if (route == null) {
      throw new MethodNotAllowed(request.getMethodName(), node.allowed());
    }
    return route.answer(request);
  }
}
