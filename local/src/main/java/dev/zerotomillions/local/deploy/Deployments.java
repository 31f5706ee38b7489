package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.assembly.StackArtifact;
import dev.zerotomillions.local.resources.ResourceTypes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The stacks that are deployed, and how they come to be. */
public final class Deployments {

  @FunctionalInterface
  private interface Work {
    void run() throws DeploymentFailed, InterruptedException;
  }

  private final Semaphore turn = new Semaphore(1);
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
  public void restore() throws DeploymentFailed, InterruptedException {
    alone(
        () -> {
          for (Stack stack : stacks.inOrder()) {
            new Restoration(stack, provider(stack.key())).run();
          }
        });
  }

  /**
   * Makes what stands into what these stacks want: all of them are looked over first, then created
   * and updated, and then what is no longer needed is deleted. Stacks that stand but are not among
   * these are deleted at last. If anything fails, all stacks stay what they were.
   *
   * @param artifacts each after those that it depends on
   * @throws DeploymentInProgress if another deployment is not over
   */
  public void deploy(List<StackArtifact> artifacts) throws DeploymentFailed, InterruptedException {
    alone(
        () -> {
          List<StackPlan> plans = new Planner(types, stacks, region, account).plan(artifacts);
          new Deployment(plans, stacks, this::provider, this::events).run();
        });
  }

  /** The outputs of all stacks, by stack and name, as the last deployment left them. */
  public Map<String, Map<String, String>> outputs() {
    Map<String, Map<String, String>> outputs = new HashMap<>();
    stacks.inOrder().forEach(each -> outputs.put(each.key().name(), each.record().outputs()));
    return outputs;
  }

  /** All stacks, in the order of their deployment. It can be asked while one is under way. */
  public List<StackDescription> describe() {
    return stacks.inOrder().stream().map(StackDescription::of).toList();
  }

  private void alone(Work work) throws DeploymentFailed, InterruptedException {
    if (!turn.tryAcquire()) {
      throw new DeploymentInProgress();
    }
    try {
      work.run();
    } finally {
      turn.release();
    }
  }

  private Provider provider(StackKey stack) {
    return new Provider(types, stack, account);
  }

  private Events events(StackKey stack) {
    return new Events(stack, listener);
  }
}
