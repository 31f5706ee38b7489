package dev.zerotomillions.local.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One deployment of several stacks. Either all of them become what is wanted, or all stay what they
 * were; what is no longer needed is deleted at last, when nothing refers to it any more.
 */
final class Deployment {
  private final Map<StackKey, StackPlan> plans = new LinkedHashMap<>();
  private final Stacks stacks;
  private final Function<StackKey, Provider> providers;
  private final Function<StackKey, Events> events;

  Deployment(
      List<StackPlan> plans,
      Stacks stacks,
      Function<StackKey, Provider> providers,
      Function<StackKey, Events> events) {
    plans.forEach(plan -> this.plans.put(plan.key(), plan));
    this.stacks = stacks;
    this.providers = providers;
    this.events = events;
  }

  void run() throws DeploymentFailed, InterruptedException {
    List<Walk.Failure> failures = update();
    if (!failures.isEmpty()) {
      throw rollBack(failures);
    }
    commit();
    cleanUp();
  }

  private List<Walk.Failure> update() throws InterruptedException {
    Map<String, StackPlan> byId = new LinkedHashMap<>();
    Map<String, Collection<String>> edges = new LinkedHashMap<>();
    for (StackPlan plan : plans.values()) {
      byId.put(plan.key().id(), plan);
      edges.put(plan.key().id(), plan.dependencies().stream().map(StackKey::id).toList());
    }
    return Walk.untilFailure(
        new Graph(edges),
        id -> {
          StackPlan plan = Objects.requireNonNull(byId.get(id));
          StackKey key = plan.key();
          new StackUpdate(plan, stacks, providers.apply(key), events.apply(key)).run();
        });
  }

  /** Each stack after those that it depends on: a crash then leaves none ahead of its exports. */
  private void commit() {
    for (StackKey key : plans.keySet()) {
      Stack stack = stacks.find(key).orElseThrow();
      boolean changed = stack.isUnderWay();
      String status = stack.isNew() ? "CREATE_COMPLETE" : "UPDATE_COMPLETE";
      stack.commit();
      if (changed) {
        events.apply(key).stack(status, "");
      }
    }
  }

  private DeploymentFailed rollBack(List<Walk.Failure> failures) throws InterruptedException {
    String reason =
        failures.stream().map(Walk.Failure::message).distinct().collect(Collectors.joining("; "));
    List<Rollback> rollbacks = new ArrayList<>();
    for (Stack stack : lastFirst()) {
      stack.withdraw();
      if (stack.isUnderWay()) {
        rollbacks.add(new Rollback(stack, providers.apply(stack.key()), events.apply(stack.key())));
      }
    }
    for (Rollback each : rollbacks.reversed()) {
      each.takeBack(reason);
    }
    List<String> outcomes = new ArrayList<>();
    for (Rollback each : rollbacks) {
      outcomes.add(each.finish(stacks));
    }
    outcomes.addFirst(reason);
    return new DeploymentFailed(String.join("; ", outcomes), failures.getFirst().cause());
  }

  private void cleanUp() throws InterruptedException {
    for (Stack stack : lastFirst()) {
      StackKey key = stack.key();
      StackPlan plan = plans.get(key);
      Set<String> needed = plan == null ? Set.of() : plan.resources().keySet();
      CleanUp cleanUp = new CleanUp(stack, providers.apply(key), events.apply(key));
      if (cleanUp.run(needed).isEmpty() && plan == null) {
        stacks.forget(key);
        events.apply(key).stack("DELETE_COMPLETE", "");
      }
    }
  }

  /** The stacks in the order in which to delete: those that are not wanted any more at last. */
  private List<Stack> lastFirst() {
    List<Stack> order = new ArrayList<>();
    for (StackKey key : List.copyOf(plans.keySet()).reversed()) {
      stacks.find(key).ifPresent(order::add);
    }
    stacks.inOrder().reversed().stream()
        .filter(stack -> !plans.containsKey(stack.key()))
        .forEach(order::add);
    return order;
  }
}
