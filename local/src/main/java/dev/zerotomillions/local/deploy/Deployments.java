package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.assembly.StackArtifact;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.template.TemplateError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The stacks that are deployed, and how they come to be. */
public final class Deployments {
  private final ResourceTypes types;
  private final Stacks stacks;
  private final String region;
  private final String account;
  private final Consumer<DeploymentEvent> listener;

  /**
   * @param folder where the state is kept
   * @param region the region of stacks that don't name one
   * @param listener is told of every step; calls arrive from several threads
   */
  public Deployments(
      ResourceTypes types,
      Path folder,
      String region,
      String account,
      Consumer<DeploymentEvent> listener) {
    this(types, new FileStore(folder), region, account, listener);
  }

  Deployments(
      ResourceTypes types,
      Store store,
      String region,
      String account,
      Consumer<DeploymentEvent> listener) {
    this.types = types;
    this.stacks = new Stacks(store);
    this.region = region;
    this.account = account;
    this.listener = listener;
  }

  /**
   * Brings what earlier runs deployed back into this process. Comes before the first deployment.
   */
  public synchronized void restore() throws DeploymentFailed, InterruptedException {
    for (Stack stack : stacks.inOrder()) {
      new Restoration(stack, provider(stack.key())).run();
    }
  }

  /**
   * Makes what stands into what these stacks want: all of them are looked over first, then created
   * and updated, and then what is no longer needed is deleted. Stacks that stand but are not among
   * these are deleted at last.
   *
   * @param artifacts each after those that it depends on
   */
  public synchronized void deploy(List<StackArtifact> artifacts)
      throws DeploymentFailed, InterruptedException {
    List<StackPlan> plans = plan(artifacts);
    Map<String, StackPlan> byName = new LinkedHashMap<>();
    Map<String, Collection<String>> edges = new LinkedHashMap<>();
    for (StackPlan plan : plans) {
      byName.put(name(plan.key()), plan);
      edges.put(name(plan.key()), plan.dependencies().stream().map(Deployments::name).toList());
    }
    List<Walk.Failure> failures =
        Walk.untilFailure(
            new Graph(edges), each -> update(Objects.requireNonNull(byName.get(each))));
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
    cleanUp(plans);
  }

  /** The outputs of all stacks, by stack and name. */
  public synchronized Map<String, Map<String, String>> outputs() {
    Map<String, Map<String, String>> outputs = new HashMap<>();
    stacks.inOrder().forEach(each -> outputs.put(each.key().name(), each.record().outputs()));
    return outputs;
  }

  /** All stacks, in the order of their deployment. */
  public synchronized List<StackDescription> describe() {
    return stacks.inOrder().stream().map(StackDescription::of).toList();
  }

  private List<StackPlan> plan(List<StackArtifact> artifacts) throws DeploymentFailed {
    try {
      return new Planner(types, stacks, region, account).plan(artifacts);
    } catch (TemplateError e) {
      throw new DeploymentFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private void update(StackPlan plan) throws DeploymentFailed, InterruptedException {
    new StackUpdate(plan, stacks, provider(plan.key()), events(plan.key())).run();
  }

  private void cleanUp(List<StackPlan> plans) throws InterruptedException {
    Map<StackKey, Set<String>> needed = new HashMap<>();
    plans.forEach(plan -> needed.put(plan.key(), plan.resources().keySet()));
    List<Stack> last = new ArrayList<>(stacks.inOrder().reversed());
    last.sort(
        (one, other) ->
            Boolean.compare(needed.containsKey(other.key()), needed.containsKey(one.key())));
    for (Stack stack : last) {
      Set<String> ids = needed.getOrDefault(stack.key(), Set.of());
      List<Walk.Failure> failures =
          new CleanUp(stack, provider(stack.key()), events(stack.key())).run(ids);
      if (failures.isEmpty() && !needed.containsKey(stack.key())) {
        stacks.forget(stack.key());
        events(stack.key()).stack("DELETE_COMPLETE", "");
      }
    }
  }

  private static DeploymentFailed failed(List<Walk.Failure> failures) {
    String message =
        failures.stream()
            .map(each -> String.valueOf(each.cause().getMessage()))
            .collect(Collectors.joining("; "));
    return new DeploymentFailed(message, failures.getFirst().cause());
  }

  private Provider provider(StackKey stack) {
    return new Provider(types, stack, account);
  }

  private Events events(StackKey stack) {
    return new Events(stack, listener);
  }

  private static String name(StackKey key) {
    return key.region() + "/" + key.name();
  }
}
