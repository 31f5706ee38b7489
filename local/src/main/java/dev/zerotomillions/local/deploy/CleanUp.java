package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes what a stack no longer needs. What fails stays on record, for the next deployment. */
final class CleanUp {
  private final Stack stack;
  private final Provider provider;
  private final Events events;

  CleanUp(Stack stack, Provider provider, Events events) {
    this.stack = stack;
    this.provider = provider;
    this.events = events;
  }

  /** Deletes what was replaced. */
  List<Walk.Failure> discarded() throws InterruptedException {
    return run(stack.logicalIds());
  }

  /** Deletes what was replaced, and what is not needed any more. */
  List<Walk.Failure> run(Set<String> needed) throws InterruptedException {
    Map<String, List<String>> deletable = new HashMap<>();
    for (String id : stack.logicalIds()) {
      ResourceState state = stack.resource(id);
      if (!needed.contains(id) || !state.replaced().isEmpty()) {
        List<String> dependencies = new ArrayList<>();
        state.all().forEach(each -> dependencies.addAll(each.from().dependencies()));
        deletable.put(id, dependencies);
      }
    }
    Graph order = new Graph(deletable).withoutCircles().reversed();
    return Walk.whole(
        order,
        id -> {
          if (!needed.contains(id)) {
            remove(id);
          }
          discard(id);
        });
  }

  private void remove(String id) throws ResourceFailed {
    finishCreation(id);
    ResourceState state = stack.resource(id);
    Standing current = state.current();
    if (current == null) {
      return;
    }
    if (current.from().deletion().keeps()) {
      events.resource(
          id,
          current.from().type(),
          "DELETE_SKIPPED",
          "%s is kept, as its DeletionPolicy says".formatted(current.physicalId()));
    } else {
      stack.put(id, state.deleting(current));
      delete(id, current);
    }
    stack.put(id, stack.resource(id).settled(null, state.replaced()));
  }

  private void discard(String id) throws ResourceFailed {
    for (Standing each : stack.resource(id).replaced()) {
      delete(id, each);
      stack.put(id, stack.resource(id).without(each));
    }
  }

  private void delete(String id, Standing standing) throws ResourceFailed {
    String type = standing.from().type();
    events.resource(id, type, "DELETE_IN_PROGRESS", "");
    try {
      provider.delete(id, standing);
    } catch (ResourceFailed e) {
      events.resource(id, type, "DELETE_FAILED", String.valueOf(e.getMessage()));
      throw e;
    }
    events.resource(id, type, "DELETE_COMPLETE", "");
  }

  /** An interrupted creation is made whole, so that there is something to delete. */
  private void finishCreation(String id) throws ResourceFailed {
    ResourceState state = stack.resource(id);
    Attempt attempt = state.attempt();
    if (attempt != null && attempt.kind() == Attempt.Kind.CREATE) {
      stack.put(id, state.standing(provider.create(id, attempt.wanted())));
    }
  }
}
