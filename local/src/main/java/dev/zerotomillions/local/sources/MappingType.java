package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code AWS::Lambda::EventSourceMapping} of a queue. */
final class MappingType implements ResourceType {
  private final Mappings mappings;
  private final MappingChecks checks;

  MappingType(Mappings mappings, MappingChecks checks) {
    this.mappings = mappings;
    this.checks = checks;
  }

  @Override
  public String name() {
    return "AWS::Lambda::EventSourceMapping";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "EventSourceArn",
            "FunctionName",
            "Enabled",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig")
        .andIgnores("Tags");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("EventSourceArn");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, id(request));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    mappings.remove(current.physicalId());
  }

  private Provisioned put(ResourceRequest request, String id) throws ResourceFailed {
    QueueSource source = MappingProperties.read(request);
    checks.check(request, source);
    mappings.put(new Mapping(id, source, request.properties().path("Enabled").asBoolean(true)));
    JsonNode arn =
        JsonNodeFactory.instance.textNode(
            "arn:aws:lambda:%s:%s:event-source-mapping:%s"
                .formatted(request.region(), request.account(), id));
    return new Provisioned(
        id, Map.of("Id", JsonNodeFactory.instance.textNode(id), "EventSourceMappingArn", arn));
  }

  /** The same id each time for one resource. */
  private static String id(ResourceRequest request) {
    String whole =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
