package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.template.TemplateError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a step for each id of a graph, after those that it depends on, and side by side else. */
final class Walk {

  /** What is done for one id. */
  @FunctionalInterface
  interface Step {
    void take(String id)
        throws ResourceFailed, TemplateError, DeploymentFailed, InterruptedException;
  }

  /** A step that failed. */
  record Failure(String id, Exception cause) {

    String message() {
      return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    /** Failures of a stack's resources in one line, each beginning with what failed. */
    static String describe(StackKey stack, List<Failure> failures) {
      return failures.stream()
          .map(
              each -> {
                String name = "%s/%s".formatted(stack.name(), each.id());
                String message = each.message();
                return message.startsWith(name) ? message : name + ": " + message;
              })
          .collect(Collectors.joining("; "));
    }
  }

  private final Graph graph;
  private final Step step;
  private final boolean stopsAtFailure;
  private final Map<String, CountDownLatch> done = new HashMap<>();
  private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();

  private Walk(Graph graph, Step step, boolean stopsAtFailure) {
    this.graph = graph;
    this.step = step;
    this.stopsAtFailure = stopsAtFailure;
    graph.ids().forEach(id -> done.put(id, new CountDownLatch(1)));
  }

  /** After a failure no further step is begun. */
  static List<Failure> untilFailure(Graph graph, Step step) throws InterruptedException {
    return new Walk(graph, step, true).take();
  }

  /** Takes every step, whatever becomes of the others. */
  static List<Failure> whole(Graph graph, Step step) throws InterruptedException {
    return new Walk(graph, step, false).take();
  }

  private List<Failure> take() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (String id : graph.ids()) {
      threads.add(Thread.ofVirtual().name("deploy " + id).start(() -> take(id)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(failures);
  }

  private void take(String id) {
    @Nullable Exception outcome =
        new IllegalStateException("the step ended in an error of the JVM");
    try {
      for (String dependency : graph.dependencies(id)) {
        Objects.requireNonNull(done.get(dependency)).await();
      }
      if (failures.isEmpty() || !stopsAtFailure) {
        step.take(id);
      }
      outcome = null;
    } catch (ResourceFailed | TemplateError | DeploymentFailed e) {
      outcome = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = e;
    } catch (RuntimeException e) {
      // A resource type is a plug-in. Its defects must not leave a deployment without a rollback.
      outcome = e;
    } finally {
      if (outcome != null) {
        failures.add(new Failure(id, outcome));
      }
      Objects.requireNonNull(done.get(id)).countDown();
    }
  }
}
