package dev.zerotomillions.local.assembly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as CDK synthesized it.
 *
 * @param name the stack's name
 * @param region the region that the app fixed for it, if it did
 * @param template the CloudFormation template, as written
 * @param parameters the values that the app gives to the template's parameters
 * @param dependencies the names of the stacks that are to be deployed before it
 * @param terminationProtection whether it must not be deleted
 */
public record StackArtifact(
    String name,
    Optional<String> region,
    ObjectNode template,
    Map<String, String> parameters,
    List<String> dependencies,
    boolean terminationProtection) {
  public StackArtifact {
    parameters = Map.copyOf(parameters);
    dependencies = List.copyOf(dependencies);
  }
}
