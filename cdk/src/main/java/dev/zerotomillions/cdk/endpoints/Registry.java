package dev.zerotomillions.cdk.endpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All endpoints, tasks and workers, and how they know of each other. */
public record Registry(List<Endpoint> endpoints, List<Task> tasks, List<Worker> workers) {

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
                SandboxWorkloads.tasks())),
        UsersWorkloads.workers());
  }

  private static <T> List<T> joined(Stream<List<T>> services) {
    return services.flatMap(List::stream).toList();
  }

  /** Returns all but what plays the payment provider. */
  public Registry ofServices() {
    return new Registry(
        endpoints.stream().filter(each -> each.service() != Service.SANDBOX).toList(),
        tasks.stream().filter(each -> each.service() != Service.SANDBOX).toList(),
        workers);
  }

  /** Returns the same without the endpoints that only other services call. */
  public Registry ofPublic() {
    return new Registry(endpoints.stream().filter(Endpoint::isPublic).toList(), tasks, workers);
  }

  /** Returns what plays the payment provider. */
  public Registry ofSandbox() {
    return new Registry(
        endpoints.stream().filter(each -> each.service() == Service.SANDBOX).toList(),
        tasks.stream().filter(each -> each.service() == Service.SANDBOX).toList(),
        List.of());
  }

  /** Returns the same without workers: whoever submits a job also has what doing it needs. */
  public Registry inline() {
    return new Registry(
        endpoints.stream().map(each -> each.with(inline(each))).toList(),
        tasks.stream().map(each -> each.with(inline(each))).toList(),
        List.of());
  }

  private Needs inline(Workload workload) {
    List<Workload> all = new ArrayList<>(List.of(workload));
    workers.stream()
        .filter(worker -> workload.needs().submits().contains(worker.kind()))
        .forEach(all::add);
    return Needs.merged(all);
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

  /** Returns every workload, the endpoints first, the workers last. */
  public List<Workload> workloads() {
    return Stream.of(endpoints, tasks, workers).<Workload>flatMap(List::stream).toList();
  }
}
