package dev.zerotomillions.local.deploy;

import java.util.List;
import java.util.Map;

/** A stack that stands, for people and tools. */
public record StackDescription(
    String name, String region, Map<String, String> outputs, List<Resource> resources) {
  public StackDescription {
    outputs = Map.copyOf(outputs);
    resources = List.copyOf(resources);
  }

  /** A resource that stands. */
  public record Resource(String logicalId, String type, String physicalId) {}

  static StackDescription of(Stack stack) {
    return new StackDescription(
        stack.key().name(),
        stack.key().region(),
        stack.record().outputs(),
        stack.logicalIds().stream()
            .sorted()
            .flatMap(
                id ->
                    stack.resource(id).all().stream()
                        .map(each -> new Resource(id, each.from().type(), each.physicalId())))
            .toList());
  }
}
