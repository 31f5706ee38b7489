package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.local.resources.ResourceTypes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  @TempDir Path folder;
  private final World world = new World(new Power());

  @Test
  void state_outlivesTheProcess() throws Exception {
    List<StackDescription> described = deploy(1).describe();
    world.calls.clear();
    Deployments later = start();
    later.restore();
    assertEquals(described, later.describe());
    assertEquals(List.of("restore Shop-It-a", "restore Shop-User-plain"), world.calls);
    world.calls.clear();
    deploy(1);
    assertEquals(List.of(), world.calls);
    deploy(2);
    assertEquals(List.of("update Shop-User-plain"), world.calls);
  }

  @Test
  void stackThatIsGone_leavesNoFile() throws Exception {
    deploy(1).deploy(List.of());
    assertEquals(List.of(), start().describe());
  }

  private Deployments deploy(int value) throws DeploymentFailed, InterruptedException {
    Deployments deployments = start();
    deployments.deploy(
        List.of(
            Rig.resources(
                "Shop",
                """
                'It': {'Type': 'Test::Thing', 'Properties': {'Kind': 'a'}},
                'User': {'Type': 'Test::Thing', 'Properties': {'Value': %d, 'Needs': {'Ref': 'It'}}}
                """
                    .formatted(value))));
    return deployments;
  }

  private Deployments start() {
    return new Deployments(
        ResourceTypes.of(List.of(new ThingType("Test::Thing", false, world))),
        folder,
        "us-east-1",
        "000000000000",
        event -> {});
  }
}
