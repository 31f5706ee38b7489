package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Deletes these of what was replaced. */
  List<Walk.Failure> discard(Set<Standing> doomed) throws InterruptedException {
    return Walk.whole(order(stack.logicalIds()), id -> discard(id, doomed::contains));
  }

  /** Deletes what was replaced, and what is not needed any more. */
  List<Walk.Failure> run(Set<String> needed) throws InterruptedException {
    return Walk.whole(
        order(needed),
        id -> {
          if (!needed.contains(id)) {
            remove(id);
          }
          discard(id, any -> true);
        });
  }

  /** Each resource before those that it depends on, if there is anything of it to delete. */
  private Graph order(Set<String> needed) {
    Map<String, List<String>> deletable = new HashMap<>();
    for (String id : stack.logicalIds()) {
      ResourceState state = stack.resource(id);
      if (!needed.contains(id) || !state.replaced().isEmpty()) {
        List<String> dependencies = new ArrayList<>();
        state.all().forEach(each -> dependencies.addAll(each.from().dependencies()));
        deletable.put(id, dependencies);
      }
    }
    return new Graph(deletable).withoutCircles().reversed();
  }

  private void remove(String id) throws ResourceFailed {
    new CutShort(stack, provider, events).finish(id);
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

  private void discard(String id, Predicate<Standing> doomed) throws ResourceFailed {
    for (Standing each : stack.resource(id).replaced()) {
      if (doomed.test(each)) {
        delete(id, each);
        stack.put(id, stack.resource(id).without(each));
      }
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
}
