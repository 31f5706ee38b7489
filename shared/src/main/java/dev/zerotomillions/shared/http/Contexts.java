package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.BeanContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.annotation.MutableAnnotationMetadata;
import java.util.Map;

/** Starts the beans of a function with nothing that a function does not need. */
public final class Contexts {
  private Contexts() {}

  /**
   * Starts a context whose beans read their configuration from the settings.
   *
   * @param beans take the place of the context's own beans of their types
   */
  public static BeanContext start(Settings settings, Object... beans) {
    BeanContext context = new FunctionBeans();
    context.registerSingleton(settings);
    for (Object bean : beans) {
      context.registerBeanDefinition(
          RuntimeBeanDefinition.builder(bean)
              .annotationMetadata(primary())
              .singleton(true)
              .build());
    }
    return context.start();
  }

  private static AnnotationMetadata primary() {
    MutableAnnotationMetadata metadata = new MutableAnnotationMetadata();
    metadata.addDeclaredAnnotation(Primary.class.getName(), Map.of());
    return metadata;
  }
}
