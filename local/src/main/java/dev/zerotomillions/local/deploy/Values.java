package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zerotomillions.local.template.NotYetKnown;
import dev.zerotomillions.local.template.Scope;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.Optional;
import java.util.TreeSet;

/** What references mean, by the resources that stand. */
final class Values implements Scope {
  private final Stacks stacks;
  private final StackKey stack;
  private final boolean planning;

  /**
   * @param planning whether what is missing may still come
   */
  Values(Stacks stacks, StackKey stack, boolean planning) {
    this.stacks = stacks;
    this.stack = stack;
    this.planning = planning;
  }

  @Override
  public JsonNode ref(String logicalId, Where where) throws TemplateError {
    return JsonNodeFactory.instance.textNode(standing(logicalId, where).physicalId());
  }

  @Override
  public JsonNode attribute(String logicalId, String name, Where where) throws TemplateError {
    Standing standing = standing(logicalId, where);
    JsonNode value = standing.attributes().get(name);
    if (value != null) {
      return value;
    }
    if (planning) {
      throw new NotYetKnown(where, logicalId + "." + name);
    }
    throw where.error(
        "%s (%s) has no attribute %s here; it has %s"
            .formatted(
                logicalId,
                standing.from().type(),
                name,
                new TreeSet<>(standing.attributes().keySet())));
  }

  @Override
  public JsonNode imported(String export, Where where) throws TemplateError {
    Optional<String> value = stacks.export(stack.region(), export);
    if (value.isEmpty()) {
      throw new NotYetKnown(where, "the export " + export);
    }
    return JsonNodeFactory.instance.textNode(value.get());
  }

  private Standing standing(String logicalId, Where where) throws TemplateError {
    Standing standing =
        stacks
            .find(stack)
            .map(found -> found.resource(logicalId))
            .orElse(ResourceState.NONE)
            .current();
    if (standing == null) {
      throw new NotYetKnown(where, logicalId);
    }
    return standing;
  }
}
