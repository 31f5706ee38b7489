package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;
import java.util.List;

/**
 * An endpoint of the API, with all that the function behind it may touch.
 *
 * @param name the function's name, which is its controller's and the OpenAPI operation's too
 * @param readsPublicKeys whether the function needs the keys that tokens are verified with
 * @param hot whether clients wait for it most often, so that it is worth keeping warm
 */
public record Endpoint(
    Service service,
    String name,
    List<Route> routes,
    Access access,
    boolean readsPublicKeys,
    List<Grant> grants,
    List<Secret> secrets,
    Duration timeout,
    int memoryMegabytes,
    boolean hot) {

  /** Whether a table is read and none is written. */
  public boolean onlyReads() {
    return !grants.isEmpty() && routes.stream().allMatch(route -> route.method().equals("GET"));
  }

  /** An endpoint under construction, which starts with what most of them have. */
  static final class Builder {
    private final Service service;
    private final String name;
    private final List<Route> routes;
    private Access access = Access.ANYONE;
    private boolean readsPublicKeys;
    private List<Grant> grants = List.of();
    private List<Secret> secrets = List.of();
    private Duration timeout = Duration.ofSeconds(10);
    private int memoryMegabytes = 512;
    private boolean hot;

    private Builder(Service service, String name, List<Route> routes) {
      this.service = service;
      this.name = name;
      this.routes = routes;
    }

    Builder access(Access allowed) {
      access = allowed;
      readsPublicKeys = allowed != Access.ANYONE;
      return this;
    }

    Builder readsPublicKeys() {
      readsPublicKeys = true;
      return this;
    }

    Builder grants(Grant... allowed) {
      grants = List.of(allowed);
      return this;
    }

    Builder secrets(Secret... needed) {
      secrets = List.of(needed);
      return this;
    }

    Builder timeout(Duration most) {
      timeout = most;
      return this;
    }

    Builder memory(int megabytes) {
      memoryMegabytes = megabytes;
      return this;
    }

    Builder hot() {
      hot = true;
      return this;
    }

    Endpoint build() {
      return new Endpoint(
          service,
          name,
          routes,
          access,
          readsPublicKeys,
          grants,
          secrets,
          timeout,
          memoryMegabytes,
          hot);
    }
  }

  static Builder of(Service service, String name, Route... routes) {
    return new Builder(service, name, List.of(routes));
  }
}
