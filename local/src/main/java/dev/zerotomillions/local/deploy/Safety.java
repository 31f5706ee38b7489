package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a deployment what would lose data. */
final class Safety {
  private final ResourceTypes types;
  private final Stacks stacks;
  private final Problems problems;

  Safety(ResourceTypes types, Stacks stacks, Problems problems) {
    this.types = types;
    this.stacks = stacks;
    this.problems = problems;
  }

  /**
   * @param unread stacks that are wanted but whose template can't be read
   */
  void check(List<StackPlan> plans, Set<StackKey> unread) {
    Map<StackKey, StackPlan> byKey = new HashMap<>();
    plans.forEach(plan -> byKey.put(plan.key(), plan));
    for (Stack stack : stacks.inOrder()) {
      if (unread.contains(stack.key())) {
        continue;
      }
      @Nullable StackPlan plan = byKey.get(stack.key());
      if (plan == null && stack.record().terminationProtection()) {
        problems.add(
            "Stack %s is protected from termination, but the assembly no longer holds it; synthesize it too, or forget all data with scripts/up --fresh"
                .formatted(stack.key().name()));
      }
      for (String id : stack.logicalIds()) {
        problems.passes(() -> checkResource(stack, id, plan));
      }
    }
  }

  private void checkResource(Stack stack, String id, @Nullable StackPlan plan)
      throws TemplateError {
    Standing current = stack.resource(id).current();
    if (current == null) {
      return;
    }
    boolean stateful = types.find(current.from().type()).map(ResourceType::stateful).orElse(false);
    String name = "%s/%s (%s)".formatted(stack.key().name(), id, current.from().type());
    if (plan == null || !plan.resources().containsKey(id)) {
      boolean deletable =
          types.find(current.from().type()).map(ResourceType::deletable).orElse(true);
      if (!deletable && !current.from().deletion().keeps()) {
        problems.add(
            name
                + " would be deleted, and it holds data: give it a DeletionPolicy of Retain first");
      }
      return;
    }
    if (!plan.resource(id).type().equals(current.from().type())) {
      problems.add(
          "%s would become a %s: give the new resource a logical id of its own"
              .formatted(name, plan.resource(id).type()));
    } else if (stateful) {
      replacingProperty(plan, id, current)
          .ifPresent(replacing -> problems.add(refusal(name, replacing)));
    }
  }

  static String refusal(String resource, String property) {
    return "%s would be replaced because its property %s changed, and it holds data: keep the property as it was, or add a new resource and move the data"
        .formatted(resource, property);
  }

  /** The first property that would have the resource replaced, as far as values are known. */
  private Optional<String> replacingProperty(StackPlan plan, String id, Standing current)
      throws TemplateError {
    Resolver resolver = new Resolver(plan.environment(), new Values(stacks, plan.key(), true));
    for (String property :
        types.find(current.from().type()).orElseThrow().replacedBy().stream().sorted().toList()) {
      JsonNode declared = plan.resource(id).properties().path(property);
      Optional<JsonNode> now =
          resolver.resolveIfKnown(declared, Where.of(plan.key().name(), id).in(property));
      if (now.isPresent() && !now.get().equals(current.from().properties().path(property))) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}
