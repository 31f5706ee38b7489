package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates and updates one stack's resources. Nothing of that is final until it is committed. */
final class StackUpdate {
  private final StackPlan plan;
  private final Stacks stacks;
  private final Provider provider;
  private final Events events;
  private final Values values;

  StackUpdate(StackPlan plan, Stacks stacks, Provider provider, Events events) {
    this.plan = plan;
    this.stacks = stacks;
    this.provider = provider;
    this.events = events;
    this.values = new Values(stacks, plan.key(), false);
  }

  void run() throws DeploymentFailed, InterruptedException {
    Stack stack = stacks.open(record(0, Map.of(), Map.of()));
    ResourceStep step = new ResourceStep(plan, stack, values, provider, events);
    List<Walk.Failure> failures = Walk.untilFailure(plan.graph(), step::take);
    if (!failures.isEmpty()) {
      throw new DeploymentFailed(
          Walk.Failure.describe(plan.key(), failures), failures.getFirst().cause());
    }
    try {
      propose(stack);
    } catch (TemplateError e) {
      throw new DeploymentFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private void propose(Stack stack) throws TemplateError {
    Map<String, String> outputs = new HashMap<>();
    Map<String, String> exports = new HashMap<>();
    Resolver resolver = new Resolver(plan.environment(), values);
    for (OutputDeclaration each : plan.outputs()) {
      Where where = Where.of(plan.key().name(), "Outputs").in(each.name());
      JsonNode value = resolver.resolve(each.value(), where);
      String text = value.isValueNode() ? value.asText() : value.toString();
      outputs.put(each.name(), text);
      if (each.export().isPresent()) {
        exports.put(resolver.resolve(each.export().get(), where).asText(), text);
      }
    }
    int committed = stack.isUnderWay() ? stack.operation() : stack.record().committed();
    stack.propose(record(committed, outputs, exports));
  }

  private StackRecord record(
      int committed, Map<String, String> outputs, Map<String, String> exports) {
    return new StackRecord(
        plan.key().name(),
        plan.key().region(),
        plan.position(),
        committed,
        plan.terminationProtection(),
        outputs,
        exports);
  }
}
