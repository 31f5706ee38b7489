package dev.zerotomillions.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack that stands, for people and tools. */
public record StackDescription(
    String name, String region, Map<String, String> outputs, List<Resource> resources) {
  public StackDescription {
    outputs = Map.copyOf(outputs);
    resources = List.copyOf(resources);
  }

  /**
   * A resource.
   *
   * @param physicalId empty as long as it is not known
   * @param status {@code COMPLETE}; or, with {@code IN_PROGRESS}, what is being done to it or was
   *     cut short; or {@code DELETE_PENDING}, if another has replaced it
   */
  public record Resource(String logicalId, String type, String physicalId, String status) {}

  static StackDescription of(Stack stack) {
    return new StackDescription(
        stack.key().name(),
        stack.key().region(),
        stack.record().outputs(),
        stack.logicalIds().stream()
            .sorted()
            .flatMap(id -> resources(id, stack.resource(id)).stream())
            .toList());
  }

  private static List<Resource> resources(String id, ResourceState state) {
    List<Resource> resources = new ArrayList<>();
    for (Standing old : state.replaced()) {
      resources.add(new Resource(id, old.from().type(), old.physicalId(), "DELETE_PENDING"));
    }
    Standing current = state.current();
    Attempt attempt = state.attempt();
    String status = attempt == null ? "COMPLETE" : attempt.kind() + "_IN_PROGRESS";
    if (current != null) {
      resources.add(new Resource(id, current.from().type(), current.physicalId(), status));
    } else if (attempt != null) {
      resources.add(new Resource(id, attempt.wanted().type(), "", status));
    }
    return resources;
  }
}
