package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.PathTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource of a REST API as it is deployed: its whole path and its methods. */
record RestResource(String id, PathTemplate path, Map<String, RestMethod> methods)
    implements Comparable<RestResource> {
  private static final String ANY = "ANY";

  /** The method that takes a request: its own before {@code ANY}; null where there is neither. */
  @Nullable RestMethod method(String method) {
    RestMethod own = methods.get(method);
    return own == null ? methods.get(ANY) : own;
  }

  @Override
  public int compareTo(RestResource other) {
    return path.compareTo(other.path);
  }
}
