package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Lambda::Permission}: one statement of a function's resource policy. */
final class PermissionType implements ResourceType {
  private final Deployment deployment;

  PermissionType(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public String name() {
    return "AWS::Lambda::Permission";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
        "Action", "FunctionName", "Principal", "SourceAccount", "SourceArn");
  }

  @Override
  public Set<String> replacedBy() {
    return properties().all();
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var id = PhysicalName.of(request);
    put(request, id);
    return new Provisioned(id, Map.of("Id", JsonNodeFactory.instance.textNode(id)));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return current;
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    FunctionPart.of(request)
        .find(deployment.registry())
        .ifPresent(
            function ->
                deployment
                    .registry()
                    .change(
                        function,
                        now ->
                            now.withStatements(
                                statements -> statements.remove(current.physicalId()))));
  }

  private void put(ResourceRequest request, String id) throws ResourceFailed {
    var part = FunctionPart.of(request);
    var function = part.in(deployment.registry());
    var arn = function.latest().functionArn();
    var statement =
        statement(request, id, part.function().qualifier().map(q -> arn + ":" + q).orElse(arn));
    deployment
        .registry()
        .change(function, now -> now.withStatements(all -> all.put(id, statement)));
  }

  /** The statement as {@code GetPolicy} shows it. */
  private static ObjectNode statement(ResourceRequest request, String id, String resource)
      throws ResourceFailed {
    var properties = Properties.of(request);
    var statement = JsonNodeFactory.instance.objectNode();
    statement.put("Sid", id).put("Effect", "Allow");
    statement.putObject("Principal").put("Service", properties.text("Principal"));
    statement.put("Action", properties.text("Action")).put("Resource", resource);
    var source = properties.optional("SourceArn");
    var account = properties.optional("SourceAccount");
    if (source.isPresent() || account.isPresent()) {
      var condition = statement.putObject("Condition");
      source.ifPresent(arn -> condition.putObject("ArnLike").put("AWS:SourceArn", arn));
      account.ifPresent(
          number -> condition.putObject("StringEquals").put("AWS:SourceAccount", number));
    }
    return statement;
  }
}
