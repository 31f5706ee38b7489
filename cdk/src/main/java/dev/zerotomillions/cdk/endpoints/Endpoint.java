package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An endpoint of the API, with all that the function behind it may touch.
 *
 * @param name the function's name, which is its controller's and the OpenAPI operation's too
 * @param subscriptions the types of the events that it takes
 * @param hot whether clients wait for it most often, so that it is worth keeping warm
 */
public record Endpoint(
    Service service,
    String name,
    List<Route> routes,
    Access access,
    Set<String> subscriptions,
    Needs needs,
    Duration timeout,
    int memoryMegabytes,
    boolean hot)
    implements Workload {

  /** Whether a table is read and none is written. */
  public boolean onlyReads() {
    return !needs.grants().isEmpty()
        && routes.stream().allMatch(route -> route.method().equals("GET"));
  }

  /** Whether clients call it, rather than the shop's other functions. */
  public boolean isPublic() {
    return access != Access.SERVICE;
  }

  /** Whether pages in browsers may call it. */
  public boolean isForPages() {
    return isPublic() && service != Service.SANDBOX;
  }

  Endpoint with(Needs others) {
    return new Endpoint(
        service, name, routes, access, subscriptions, others, timeout, memoryMegabytes, hot);
  }

  /** An endpoint under construction. */
  static final class Builder extends WorkloadBuilder<Builder> {
    private final List<Route> routes;
    private final Set<String> subscriptions = new TreeSet<>();
    private Access access = Access.ANYONE;
    private boolean hot;

    private Builder(Service service, String name, List<Route> routes) {
      super(service, name);
      this.routes = routes;
    }

    @Override
    Builder self() {
      return this;
    }

    Builder access(Access allowed) {
      access = allowed;
      boolean byToken = allowed == Access.CUSTOMER || allowed == Access.ADMINISTRATOR;
      return byToken ? readsPublicKeys() : this;
    }

    /** Makes it a subscriber to events of these types. */
    Builder takes(String... events) {
      subscriptions.addAll(List.of(events));
      return this;
    }

    Builder hot() {
      hot = true;
      return this;
    }

    Endpoint build() {
      return new Endpoint(
          service, name, routes, access, subscriptions, needs(), timeout, memoryMegabytes, hot);
    }
  }

  static Builder of(Service service, String name, Route... routes) {
    return new Builder(service, name, List.of(routes));
  }
}
