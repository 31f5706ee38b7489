package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the resources of an earlier run back into this process. */
final class Restoration {
  private final Stack stack;
  private final Provider provider;

  Restoration(Stack stack, Provider provider) {
    this.stack = stack;
    this.provider = provider;
  }

  void run() throws DeploymentFailed, InterruptedException {
    Map<String, List<String>> dependencies = new HashMap<>();
    for (String id : stack.logicalIds()) {
      List<String> needed = new ArrayList<>();
      stack.resource(id).all().forEach(each -> needed.addAll(each.from().dependencies()));
      dependencies.put(id, needed);
    }
    List<Walk.Failure> failures =
        Walk.untilFailure(new Graph(dependencies).withoutCircles(), this::restore);
    if (!failures.isEmpty()) {
      Walk.Failure first = failures.getFirst();
      throw new DeploymentFailed(
          "%s/%s of an earlier run can't be restored: %s. Start with --fresh to forget that run"
              .formatted(stack.key().name(), first.id(), first.cause().getMessage()),
          first.cause());
    }
  }

  private void restore(String id) throws ResourceFailed {
    ResourceState state = stack.resource(id);
    for (Standing old : state.replaced()) {
      provider.restore(id, old);
    }
    Standing current = state.current();
    Attempt attempt = state.attempt();
    boolean halfDeleted = attempt != null && attempt.kind() == Attempt.Kind.DELETE;
    if (current != null && !halfDeleted) {
      provider.restore(id, current);
    }
  }
}
