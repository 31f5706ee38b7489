package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.assembly.StackArtifact;
import dev.zerotomillions.local.resources.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Deployments on a machine whose power can be cut. */
final class Rig {
  private static final JsonMapper JSON = new JsonMapper();

  final Power power = new Power();
  final World world = new World(power);
  final MemoryStore store = new MemoryStore(power);
  final List<DeploymentEvent> events = new CopyOnWriteArrayList<>();
  private Deployments deployments = start();

  /** The emulator starts; after a crash it finds what was on record. */
  private Deployments start() {
    return new Deployments(
        ResourceTypes.of(
            List.of(
                new ThingType("Test::Thing", false, world),
                new ThingType("Test::Data", true, world))),
        store,
        "us-east-1",
        "000000000000",
        events::add);
  }

  void restart() throws DeploymentFailed, InterruptedException {
    power.restore();
    deployments = start();
    deployments.restore();
  }

  void deploy(StackArtifact... stacks) throws DeploymentFailed, InterruptedException {
    deployments.deploy(List.of(stacks));
  }

  Deployments deployments() {
    return deployments;
  }

  static StackArtifact stack(String name, String template, String... dependencies) {
    return new StackArtifact(
        name, Optional.empty(), json(template), Map.of(), List.of(dependencies), false);
  }

  /** A stack of which only resources matter. */
  static StackArtifact resources(String name, String resources) {
    return stack(name, "{\"Resources\": {%s}}".formatted(resources));
  }

  static ObjectNode json(String text) {
    try {
      return JSON.readValue(text.replace('\'', '"'), ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
