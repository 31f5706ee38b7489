package dev.zerotomillions.shared.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event's headers, as controllers read them.
 *
 * @param byName names in lower case; gateways join the values of a header that came repeatedly
 */
record EventHeaders(Map<String, String> byName) implements HttpHeaders {

  @Override
  public @Nullable String get(CharSequence name) {
    return byName.get(name.toString().toLowerCase(Locale.ROOT));
  }

  @Override
  public List<String> getAll(CharSequence name) {
    String value = get(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public Set<String> names() {
    return byName.keySet();
  }

  @Override
  public Collection<List<String>> values() {
    return byName.values().stream().map(List::of).toList();
  }

  @Override
  public <T> Optional<T> get(CharSequence name, ArgumentConversionContext<T> context) {
    return ConversionService.SHARED.convert(get(name), context);
  }
}
