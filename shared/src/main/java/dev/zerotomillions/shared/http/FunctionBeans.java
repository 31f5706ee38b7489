package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.packed.ServiceIndex;
import io.micronaut.context.DefaultBeanContext;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;

/**
 * A context of the project's own beans. Of Micronaut's it has the providers alone: the other
 * hundred are for servers and configuration files, and a cold start would wait for them.
 */
@SuppressWarnings({"overrides", "rawtypes"}) // as Micronaut's own class declares its methods
final class FunctionBeans extends DefaultBeanContext {
  private static final List<String> NEEDED =
      List.of(
          "dev.zerotomillions.",
          "io.micronaut.inject.provider.BeanProviderDefinition",
          "io.micronaut.inject.provider.JakartaProviderBeanDefinition");

  @Override
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    return ServiceIndex.find(
            BeanDefinitionReference.class, FunctionBeans::isNeeded, getClassLoader())
        .filter(BeanDefinitionReference::isPresent)
        .toList();
  }

  private static boolean isNeeded(String definition) {
    return NEEDED.stream().anyMatch(definition::startsWith);
  }

  /** Nothing here listens to what a context tells of itself. */
  @Override
  public void publishEvent(Object event) {}
}
