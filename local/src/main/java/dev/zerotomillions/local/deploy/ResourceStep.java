package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.template.TemplateError;
import java.util.Optional;

/**
 * Brings one resource to what its template wants: creates, updates or replaces it, or does nothing.
 */
final class ResourceStep {
  private final StackPlan plan;
  private final Stack stack;
  private final Values values;
  private final Provider provider;
  private final Events events;

  ResourceStep(StackPlan plan, Stack stack, Values values, Provider provider, Events events) {
    this.plan = plan;
    this.stack = stack;
    this.values = values;
    this.provider = provider;
    this.events = events;
  }

  void take(String id) throws ResourceFailed, TemplateError {
    Wanted wanted = plan.wanted(id, values);
    if (!wantsTheSame(id, wanted)) {
      new CutShort(stack, provider, events).finish(id);
    }
    ResourceState state = stack.resource(id);
    Standing current = state.current();
    if (current == null) {
      create(id, wanted, "CREATE", "");
    } else if (state.attempt() != null || !same(current.from(), wanted)) {
      change(id, wanted, current);
    } else if (!current.from().equals(wanted)) {
      stack.put(id, state.declared(wanted));
    }
  }

  /** One that wants the same is simply taken again. */
  private boolean wantsTheSame(String id, Wanted wanted) {
    Attempt attempt = stack.resource(id).attempt();
    return attempt != null && same(attempt.wanted(), wanted);
  }

  private void change(String id, Wanted wanted, Standing current) throws ResourceFailed {
    ResourceType type = provider.type(wanted);
    Optional<String> replacing =
        type.replacedBy().stream()
            .filter(each -> differs(each, current.from(), wanted))
            .sorted()
            .findFirst();
    Attempt attempt = stack.resource(id).attempt();
    if (attempt != null && attempt.kind() == Attempt.Kind.DELETE) {
      create(id, wanted, "CREATE", "its deletion was cut short");
    } else if (replacing.isEmpty()) {
      update(id, wanted, current);
    } else if (type.stateful()) {
      throw new ResourceFailed(
          Safety.refusal(
              "%s/%s (%s)".formatted(plan.key().name(), id, wanted.type()), replacing.get()));
    } else {
      create(id, wanted, "UPDATE", "replaced because %s changed".formatted(replacing.get()));
    }
  }

  private void create(String id, Wanted wanted, String verb, String reason) throws ResourceFailed {
    events.resource(id, wanted.type(), verb + "_IN_PROGRESS", reason);
    ResourceState begun =
        stack.resource(id).attempting(new Attempt(Attempt.Kind.CREATE, wanted), stack.operation());
    stack.put(id, begun);
    try {
      stack.put(id, begun.standing(provider.create(id, wanted)));
    } catch (ResourceFailed e) {
      stack.put(id, begun.failing(wanted));
      events.resource(id, wanted.type(), verb + "_FAILED", String.valueOf(e.getMessage()));
      throw e;
    }
    events.resource(id, wanted.type(), verb + "_COMPLETE", reason);
  }

  private void update(String id, Wanted wanted, Standing current) throws ResourceFailed {
    events.resource(id, wanted.type(), "UPDATE_IN_PROGRESS", "");
    ResourceState begun =
        stack.resource(id).attempting(new Attempt(Attempt.Kind.UPDATE, wanted), stack.operation());
    stack.put(id, begun);
    try {
      stack.put(id, begun.standing(provider.update(id, wanted, current)));
    } catch (ResourceFailed e) {
      // The attempt stays on record: a rollback has to undo what it may have done.
      events.resource(id, wanted.type(), "UPDATE_FAILED", String.valueOf(e.getMessage()));
      throw e;
    }
    events.resource(id, wanted.type(), "UPDATE_COMPLETE", "");
  }

  private static boolean same(Wanted one, Wanted other) {
    return one.type().equals(other.type()) && one.properties().equals(other.properties());
  }

  private static boolean differs(String property, Wanted one, Wanted other) {
    return !one.properties().path(property).equals(other.properties().path(property));
  }
}
