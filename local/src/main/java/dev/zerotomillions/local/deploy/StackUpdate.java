package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Creates and updates one stack's resources, and commits that or rolls it back. */
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
    Stack stack =
        stacks.open(
            new StackRecord(
                plan.key().name(),
                plan.key().region(),
                plan.position(),
                0,
                plan.terminationProtection(),
                Map.of(),
                Map.of()));
    ResourceStep step = new ResourceStep(plan, stack, values, provider, events);
    List<Walk.Failure> failures = Walk.untilFailure(plan.graph(), step::take);
    if (failures.isEmpty()) {
      try {
        commit(stack);
        return;
      } catch (TemplateError e) {
        failures = List.of(new Walk.Failure("Outputs", e));
      }
    }
    throw rollBack(stack, failures);
  }

  private void commit(Stack stack) throws TemplateError {
    Map<String, String> outputs = new HashMap<>();
    Map<String, String> exports = new HashMap<>();
    Resolver resolver = new Resolver(plan.environment(), values);
    for (OutputDeclaration each : plan.outputs()) {
      Where where = Where.of(plan.key().name(), "Outputs");
      JsonNode value = resolver.resolve(each.value(), where);
      String text = value.isValueNode() ? value.asText() : value.toString();
      outputs.put(each.name(), text);
      if (each.export().isPresent()) {
        exports.put(resolver.resolve(each.export().get(), where).asText(), text);
      }
    }
    boolean changed = stack.isUnderWay();
    boolean fresh = stack.record().committed() == 0;
    stack.put(
        new StackRecord(
            plan.key().name(),
            plan.key().region(),
            plan.position(),
            changed || fresh ? stack.operation() : stack.record().committed(),
            plan.terminationProtection(),
            outputs,
            exports));
    if (changed) {
      events.stack(fresh ? "CREATE_COMPLETE" : "UPDATE_COMPLETE", "");
    }
  }

  private DeploymentFailed rollBack(Stack stack, List<Walk.Failure> failures)
      throws InterruptedException {
    String reason = failures.stream().map(this::describe).collect(Collectors.joining("; "));
    events.stack("ROLLBACK_IN_PROGRESS", reason);
    List<Walk.Failure> unfinished = new Rollback(stack, provider, events).run();
    String outcome = "stack %s is as it was before".formatted(plan.key().name());
    if (unfinished.isEmpty()) {
      events.stack("ROLLBACK_COMPLETE", "");
      if (stack.logicalIds().isEmpty() && stack.record().committed() == 0) {
        stacks.forget(stack.key());
      }
    } else {
      String why = unfinished.stream().map(this::describe).collect(Collectors.joining("; "));
      events.stack("ROLLBACK_FAILED", why);
      outcome = "and stack %s could not be rolled back: %s".formatted(plan.key().name(), why);
    }
    return new DeploymentFailed("%s; %s".formatted(reason, outcome), failures.getFirst().cause());
  }

  private String describe(Walk.Failure failure) {
    String name = "%s/%s".formatted(plan.key().name(), failure.id());
    String message =
        Objects.requireNonNullElse(failure.cause().getMessage(), failure.cause().toString());
    return message.startsWith(name) ? message : name + ": " + message;
  }
}
