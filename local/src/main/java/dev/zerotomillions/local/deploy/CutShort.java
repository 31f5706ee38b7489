package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.util.Optional;

/**
 * Creations that an earlier run began and never ended. They are finished in vain, because what they
 * made can only be found by making it again.
 */
record CutShort(Stack stack, Provider provider, Events events) {

  /** What a resource's creation made, now on record; nothing if none was cut short. */
  Optional<Standing> finish(String id) {
    ResourceState state = stack.resource(id);
    Attempt attempt = state.attempt();
    if (attempt == null || attempt.kind() != Attempt.Kind.CREATE) {
      return Optional.empty();
    }
    Wanted wanted = attempt.wanted();
    try {
      Standing made = provider.create(id, wanted);
      stack.put(
          id, state.current() == null ? state.standing(made) : state.discarding(made, wanted));
      return Optional.of(made);
    } catch (ResourceFailed e) {
      events.resource(id, wanted.type(), "CREATE_FAILED", "of an earlier run: " + e.getMessage());
      stack.put(id, state.failing(wanted));
      return Optional.empty();
    }
  }
}
