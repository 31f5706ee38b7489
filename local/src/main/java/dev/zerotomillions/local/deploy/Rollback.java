package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes a stack back to where it was before an operation that failed: first what stood is put back,
 * then what the operation made is deleted. What an operation before it left to be deleted is not
 * touched, as another stack may have been taken back to it.
 */
final class Rollback {
  private final Stack stack;
  private final Provider provider;
  private final Events events;
  private final Set<Standing> made = ConcurrentHashMap.newKeySet();
  private final List<Walk.Failure> failures = new ArrayList<>();

  Rollback(Stack stack, Provider provider, Events events) {
    this.stack = stack;
    this.provider = provider;
    this.events = events;
  }

  void takeBack(String reason) throws InterruptedException {
    events.stack("ROLLBACK_IN_PROGRESS", reason);
    Map<String, List<String>> touched = new HashMap<>();
    for (String id : stack.logicalIds()) {
      ResourceState state = stack.resource(id);
      if (state.operation() == stack.operation()) {
        Standing before = state.before();
        touched.put(id, before == null ? List.of() : before.from().dependencies());
      }
    }
    failures.addAll(Walk.whole(new Graph(touched).withoutCircles(), this::takeBackResource));
  }

  /** Deletes what the operation made, and tells how the rollback ended. */
  String finish(Stacks stacks) throws InterruptedException {
    String name = stack.key().name();
    failures.addAll(new CleanUp(stack, provider, events).discard(made));
    if (!failures.isEmpty()) {
      String why = Walk.Failure.describe(stack.key(), failures);
      events.stack("ROLLBACK_FAILED", why);
      return "and stack %s could not be rolled back: %s".formatted(name, why);
    }
    events.stack("ROLLBACK_COMPLETE", "");
    if (stack.isNew() && stack.logicalIds().isEmpty()) {
      stacks.forget(stack.key());
    }
    return "stack %s is as it was before".formatted(name);
  }

  private void takeBackResource(String id) throws ResourceFailed {
    new CutShort(stack, provider, events).finish(id).ifPresent(made::add);
    ResourceState state = stack.resource(id);
    Standing before = state.before();
    Standing current = state.current();
    List<Standing> left = new ArrayList<>(state.replaced());
    left.removeIf(each -> before != null && !each.isReplacedBy(before));
    if (current != null && before == null) {
      if (current.from().deletion().name().equals("RETAIN")) {
        events.resource(id, current.from().type(), "DELETE_SKIPPED", "DeletionPolicy is Retain");
      } else {
        left.add(current);
        made.add(current);
      }
      stack.put(id, state.settled(null, left));
    } else if (current != null && before != null && current.isReplacedBy(before)) {
      left.add(current);
      made.add(current);
      stack.put(id, state.settled(before, left));
    } else if (current != null && before != null && changed(state, before, current)) {
      events.resource(id, before.from().type(), "UPDATE_IN_PROGRESS", "back to what it was");
      Standing restored = provider.update(id, before.from(), current);
      stack.put(id, state.settled(restored, left));
    } else {
      stack.put(id, state.settled(before, left));
    }
  }

  private static boolean changed(ResourceState state, Standing before, Standing current) {
    return state.attempt() != null || !current.equals(before);
  }
}
