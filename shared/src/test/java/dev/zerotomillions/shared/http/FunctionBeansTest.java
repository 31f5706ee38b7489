package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.Api;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionBeansTest {

  @Test
  void context_hasOurBeans_andOfMicronautsTheProvidersAlone() {
    try (BeanContext context = Contexts.start(Api.settings(Map.of()))) {
      List<String> names =
          context.getAllBeanDefinitions().stream().map(BeanDefinition::getName).toList();
      assertTrue(names.contains(Routes.class.getName()), names.toString());
      assertEquals(
          List.of(), names.stream().filter(name -> name.startsWith("io.micronaut.http.")).toList());
    }
  }

  @Test
  void provider_givesTheBean() {
    try (BeanContext context = Contexts.start(Api.settings(Map.of()))) {
      BeanProvider<?> provider =
          context.getBean(Argument.of(BeanProvider.class, InstantSource.class));
      assertEquals(context.getBean(InstantSource.class), provider.get());
    }
  }
}
