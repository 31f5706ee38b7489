package dev.zerotomillions.local.resources;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All resource types that the emulator knows. */
public final class ResourceTypes {

  /** The name under which a type for every {@code Custom::Something} is registered. */
  public static final String CUSTOM = "Custom::*";

  private final Map<String, ResourceType> byName = new TreeMap<>();

  private ResourceTypes(Collection<? extends ResourceType> types) {
    for (ResourceType type : types) {
      if (byName.put(type.name(), type) != null) {
        throw new IllegalArgumentException("Two classes provide " + type.name());
      }
    }
  }

  public static ResourceTypes of(Collection<? extends ResourceType> types) {
    return new ResourceTypes(types);
  }

  public Optional<ResourceType> find(String name) {
    String key = name.startsWith("Custom::") ? CUSTOM : name;
    return Optional.ofNullable(byName.get(key));
  }

  /** The names of all types, for messages. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
  }
}
