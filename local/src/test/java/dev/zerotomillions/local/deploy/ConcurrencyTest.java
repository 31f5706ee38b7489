package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.assembly.StackArtifact;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private final World world = new World(new Power());

  /** Creates its resource when the test lets it. */
  private record Slow(Gate gate) implements ResourceType {
    @Override
    public String name() {
      return "Test::Slow";
    }

    @Override
    public PropertyRules properties() {
      return PropertyRules.honours();
    }

    @Override
    public Provisioned create(ResourceRequest request) {
      gate.pass();
      return new Provisioned(request.logicalId(), Map.of());
    }

    @Override
    public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
      throw new IllegalStateException("nothing is to be updated here");
    }

    @Override
    public void delete(ResourceRequest request, Provisioned current) {}
  }

  @FunctionalInterface
  private interface Gate {
    void pass();
  }

  @Test
  void secondDeployment_isRefused_andStatusIsToldMeanwhile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Deployments deployments =
        deployments(
            () -> {
              begun.countDown();
              await(open);
            });
    FutureTask<Void> first =
        new FutureTask<>(
            () -> {
              deployments.deploy(slow("'A': {'Type': 'Test::Slow'}"));
              return null;
            });
    Thread.ofVirtual().start(first);
    await(begun);
    assertThrows(DeploymentInProgress.class, () -> deployments.deploy(List.of()));
    assertEquals(
        List.of(new StackDescription.Resource("A", "Test::Slow", "", "CREATE_IN_PROGRESS")),
        deployments.describe().getFirst().resources());
    open.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertEquals("COMPLETE", deployments.describe().getFirst().resources().getFirst().status());
  }

  @Test
  void independentResources_areCreatedSideBySide() throws Exception {
    CyclicBarrier together = new CyclicBarrier(3);
    Deployments deployments =
        deployments(
            () -> {
              try {
                together.await(10, TimeUnit.SECONDS);
              } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
              }
            });
    deployments.deploy(
        slow(
            "'A': {'Type': 'Test::Slow'}, 'B': {'Type': 'Test::Slow'}, 'C': {'Type': 'Test::Slow'}"));
    assertEquals(3, deployments.describe().getFirst().resources().size());
  }

  @Test
  void defectOfAType_isRolledBackAsAnyFailure() {
    Deployments deployments =
        deployments(
            () -> {
              throw new IllegalStateException("it has a defect");
            });
    String message =
        String.valueOf(
            assertThrows(
                    DeploymentFailed.class,
                    () ->
                        deployments.deploy(
                            slow(
                                "'Good': {'Type': 'Test::Thing'}, 'Bad': {'Type': 'Test::Slow', 'DependsOn': 'Good'}")))
                .getMessage());
    assertTrue(message.contains("Shop/Bad: Test::Slow failed by a defect"), message);
    assertTrue(message.contains("stack Shop is as it was before"), message);
    assertEquals(Map.of(), world.things);
    assertEquals(List.of(), deployments.describe());
  }

  private Deployments deployments(Gate gate) {
    return new Deployments(
        ResourceTypes.of(List.of(new ThingType("Test::Thing", false, world), new Slow(gate))),
        new MemoryStore(new Power()),
        "us-east-1",
        "000000000000",
        event -> {});
  }

  private static List<StackArtifact> slow(String resources) {
    return List.of(Rig.resources("Shop", resources));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
