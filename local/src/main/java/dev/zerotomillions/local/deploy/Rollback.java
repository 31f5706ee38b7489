package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a stack back to where it was before the operation that failed. */
final class Rollback {
  private final Stack stack;
  private final Provider provider;
  private final Events events;

  Rollback(Stack stack, Provider provider, Events events) {
    this.stack = stack;
    this.provider = provider;
    this.events = events;
  }

  /** Gives the steps that failed in turn. */
  List<Walk.Failure> run() throws InterruptedException {
    Map<String, List<String>> touched = new HashMap<>();
    for (String id : stack.logicalIds()) {
      ResourceState state = stack.resource(id);
      if (state.operation() == stack.operation()) {
        Standing before = state.before();
        touched.put(id, before == null ? List.of() : before.from().dependencies());
      }
    }
    List<Walk.Failure> failures =
        new ArrayList<>(Walk.whole(new Graph(touched).withoutCircles(), this::takeBack));
    failures.addAll(new CleanUp(stack, provider, events).discarded());
    return failures;
  }

  private void takeBack(String id) throws ResourceFailed {
    finishCreation(id);
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
      }
      stack.put(id, state.settled(null, left));
    } else if (current != null && before != null && current.isReplacedBy(before)) {
      left.add(current);
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

  /** An interrupted creation is made whole, so that there is something to delete. */
  private void finishCreation(String id) throws ResourceFailed {
    ResourceState state = stack.resource(id);
    Attempt attempt = state.attempt();
    if (attempt != null && attempt.kind() == Attempt.Kind.CREATE) {
      Standing made = provider.create(id, attempt.wanted());
      stack.put(id, state.standing(made));
    }
  }
}
