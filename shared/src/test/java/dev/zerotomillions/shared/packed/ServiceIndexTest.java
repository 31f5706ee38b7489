package dev.zerotomillions.shared.packed;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.io.service.ServiceDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceIndexTest {
  private final List<Integer> created = new ArrayList<>();

  /** As the packaging writes it. */
  private final ServiceIndex index =
      new ServiceIndex() {
        @Override
        protected String[][] types() {
          return new String[][] {{"Fruit", "Apple", "Pear"}, {"Fish"}, {"Tree", "Fir", "Oak"}};
        }

        @Override
        protected Object create(int number) {
          created.add(number);
          return List.of("an apple", "a pear", "a fir", "an oak").get(number);
        }
      };

  @SuppressWarnings("unchecked") // as Micronaut takes them
  private StaticServiceLoader<Object> services(String type) {
    return (StaticServiceLoader<Object>) requireNonNull(index.load().getServiceLoaders().get(type));
  }

  @Test
  void eachType_hasItsOwnServices() {
    assertEquals(List.of("an apple", "a pear"), services("Fruit").load(_ -> true));
    assertEquals(List.of(), services("Fish").load(_ -> true));
    assertEquals(List.of("a fir", "an oak"), services("Tree").load(_ -> true));
  }

  @Test
  void servicesThatAreNotWanted_areNotCreated() {
    var oaks = services("Tree").findAll("Oak"::equals).map(ServiceDefinition::load).toList();
    assertEquals(List.of("an oak"), oaks);
    assertEquals(List.of(3), created);
  }
}
