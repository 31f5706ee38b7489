package dev.zerotomillions.local.resources;

import java.util.HashSet;
import java.util.Set;

/**
 * The top-level properties of a resource type that the emulator accepts.
 *
 * @param honoured properties that have their effect locally
 * @param withoutLocalEffect properties that are accepted and knowingly do nothing on a laptop, such
 *     as a log's retention
 */
public record PropertyRules(Set<String> honoured, Set<String> withoutLocalEffect) {
  private static final String ANYTHING = "*";

  public PropertyRules {
    honoured = Set.copyOf(honoured);
    withoutLocalEffect = Set.copyOf(withoutLocalEffect);
  }

  public static PropertyRules honours(String... names) {
    return new PropertyRules(Set.of(names), Set.of());
  }

  /** Any property at all, for types whose properties are their provider's own affair. */
  public static PropertyRules honoursAnything() {
    return new PropertyRules(Set.of(ANYTHING), Set.of());
  }

  public PropertyRules andIgnores(String... names) {
    return new PropertyRules(honoured, Set.of(names));
  }

  public boolean accepts(String property) {
    return honoured.contains(ANYTHING)
        || honoured.contains(property)
        || withoutLocalEffect.contains(property);
  }

  /** All names that are accepted, for messages. */
  public Set<String> all() {
    var all = new HashSet<>(honoured);
    all.addAll(withoutLocalEffect);
    return Set.copyOf(all);
  }
}
