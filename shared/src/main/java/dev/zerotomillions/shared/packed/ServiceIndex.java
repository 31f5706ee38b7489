package dev.zerotomillions.shared.packed;

import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.ServiceDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.core.reflect.InstantiationUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Micronaut would look for in every jar as a function starts, found when the function was
 * packed: the packaging writes a subclass into the artifact, and Micronaut finds it there. Where
 * there is none, as in tests, it looks for itself.
 */
public abstract class ServiceIndex implements StaticOptimizations.Loader<Optimizations> {

  /** For each type of service its name, and after it those of the classes that implement it. */
  protected abstract String[][] types();

  /**
   * A new service.
   *
   * @param number counts the classes through all types, from 0
   */
  protected abstract Object create(int number);

  @Override
  public Optimizations load() {
    Map<String, StaticServiceLoader<?>> loaders = new HashMap<>();
    int number = 0;
    for (String[] type : types()) {
      loaders.put(type[0], new Services(type, number - 1));
      number += type.length - 1;
    }
    return new Optimizations(loaders);
  }

  /** New services of a type, of the classes whose names are wanted and of no others. */
  public static <S> Stream<S> find(Class<S> type, Predicate<String> wanted, ClassLoader loader) {
    return StaticOptimizations.get(Optimizations.class)
        .flatMap(packed -> Optional.ofNullable(packed.getServiceLoaders().get(type.getName())))
        .<Stream<?>>map(services -> services.findAll(wanted).map(ServiceDefinition::load))
        .orElseGet(() -> search(type, wanted, loader))
        .map(type::cast);
  }

  private static Stream<?> search(Class<?> type, Predicate<String> wanted, ClassLoader loader) {
    try {
      return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(loader, type.getName())
          .stream()
          .filter(wanted)
          .map(name -> InstantiationUtils.instantiate(name, loader));
    } catch (IOException e) {
      throw new UncheckedIOException("The class path can't be read", e);
    }
  }

  /** The services of one type. */
  private final class Services implements StaticServiceLoader<Object> {
    private final String[] names;
    private final int offset;

    /**
     * @param names the type's, then those of its services
     * @param offset from a service's place among the names to its number
     */
    Services(String[] names, int offset) {
      this.names = names;
      this.offset = offset;
    }

    @Override
    public Stream<StaticDefinition<Object>> findAll(Predicate<String> condition) {
      return IntStream.range(1, names.length)
          .filter(i -> condition.test(names[i]))
          .mapToObj(i -> StaticDefinition.of(names[i], () -> create(offset + i)));
    }
  }
}
