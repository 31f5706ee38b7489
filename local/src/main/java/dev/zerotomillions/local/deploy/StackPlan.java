package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.template.Environment;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.ResourceDeclaration;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stack that is to be deployed, found sound.
 *
 * @param resources those whose condition holds, by logical id
 * @param graph what depends on what among them
 * @param outputs those whose condition holds
 */
record StackPlan(
    StackKey key,
    int position,
    boolean terminationProtection,
    List<StackKey> dependencies,
    Environment environment,
    Map<String, ResourceDeclaration> resources,
    Graph graph,
    List<OutputDeclaration> outputs) {

  ResourceDeclaration resource(String logicalId) {
    return Objects.requireNonNull(resources.get(logicalId));
  }

  /** A resource with every intrinsic function resolved. */
  Wanted wanted(String logicalId, Values values) throws TemplateError {
    ResourceDeclaration declaration = resource(logicalId);
    ObjectNode properties =
        new Resolver(environment, values)
            .resolveObject(declaration.properties(), Where.of(key.name(), logicalId));
    return new Wanted(
        declaration.type(),
        properties,
        List.copyOf(graph.dependencies(logicalId)),
        declaration.deletion(),
        declaration.replacement());
  }
}
