package dev.zerotomillions.cdk.endpoints;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All endpoints and tasks, and how they know of each other. */
public record Registry(List<Endpoint> endpoints, List<Task> tasks) {

  /** Returns the shop's own, service by service. */
  public static Registry ofShop() {
    return new Registry(
        joined(
            Stream.of(
                UsersWorkloads.endpoints(),
                CatalogWorkloads.endpoints(),
                InventoryWorkloads.endpoints(),
                OrdersWorkloads.endpoints(),
                PaymentsWorkloads.endpoints(),
                NotificationsWorkloads.endpoints(),
                OperationsWorkloads.endpoints(),
                SandboxWorkloads.endpoints())),
        joined(
            Stream.of(
                UsersWorkloads.tasks(),
                CatalogWorkloads.tasks(),
                InventoryWorkloads.tasks(),
                OrdersWorkloads.tasks(),
                PaymentsWorkloads.tasks(),
                NotificationsWorkloads.tasks(),
                OperationsWorkloads.tasks(),
                SandboxWorkloads.tasks())));
  }

  private static <T> List<T> joined(Stream<List<T>> services) {
    return services.flatMap(List::stream).toList();
  }

  /** Returns all but what plays the payment provider. */
  public Registry ofServices() {
    return new Registry(
        endpoints.stream().filter(each -> each.service() != Service.SANDBOX).toList(),
        tasks.stream().filter(each -> each.service() != Service.SANDBOX).toList());
  }

  /** Returns the same without the endpoints that only other services call. */
  public Registry ofPublic() {
    return new Registry(endpoints.stream().filter(Endpoint::isPublic).toList(), tasks);
  }

  /** Returns what plays the payment provider. */
  public Registry ofSandbox() {
    return new Registry(
        endpoints.stream().filter(each -> each.service() == Service.SANDBOX).toList(),
        tasks.stream().filter(each -> each.service() == Service.SANDBOX).toList());
  }

  /** Returns the endpoint of this name, which must be one that other services may call. */
  public Endpoint callable(String name) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.name().equals(name))
        .filter(endpoint -> endpoint.access() == Access.SERVICE)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no endpoint " + name + " is for other services"));
  }

  /** Returns the endpoints that take events of this type. */
  public List<Endpoint> subscribersTo(String event) {
    return endpoints.stream().filter(each -> each.subscriptions().contains(event)).toList();
  }

  /** Returns the paths that events of these types are posted to. */
  public Map<String, List<String>> paths(Iterable<String> events) {
    Map<String, List<String>> paths = new TreeMap<>();
    for (String event : events) {
      List<String> subscribers =
          subscribersTo(event).stream().map(each -> each.routes().getFirst().path()).toList();
      paths.put(event, subscribers);
    }
    return paths;
  }

  /** Returns every workload, the endpoints first. */
  public List<Workload> workloads() {
    return Stream.<Workload>concat(endpoints.stream(), tasks.stream()).toList();
  }
}
