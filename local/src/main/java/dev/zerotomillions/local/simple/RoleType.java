package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.iam.AwsManagedPolicies;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::IAM::Role}.
 *
 * @param roles learns of it
 */
record RoleType(Roles roles) implements ResourceType {

  @Override
  public String name() {
    return "AWS::IAM::Role";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "AssumeRolePolicyDocument", "ManagedPolicyArns", "Path", "Policies", "RoleName")
        .andIgnores("Description", "MaxSessionDuration", "Tags");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("RoleName", "Path");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, Names.of(request, "RoleName"));
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
    roles.remove(arn(request, current.physicalId()));
  }

  private Provisioned put(ResourceRequest request, String name) throws ResourceFailed {
    ObjectNode properties = request.properties();
    List<PolicyDocument> policies = new ArrayList<>();
    for (JsonNode each : properties.path("Policies")) {
      policies.add(Policies.read(request, each.path("PolicyDocument")));
    }
    List<String> managed = new ArrayList<>();
    properties.path("ManagedPolicyArns").forEach(each -> managed.add(each.asText()));
    for (String each : managed) {
      if (AwsManagedPolicies.isUnknown(each)) {
        throw new ResourceFailed(
            "%s/%s (%s): the policy %s is not known here; add it to AwsManagedPolicies"
                .formatted(request.stack(), request.logicalId(), request.type(), each));
      }
    }
    String arn = arn(request, name);
    roles.put(
        new Roles.Role(name, arn, properties.path("AssumeRolePolicyDocument"), policies, managed));
    JsonNodeFactory json = JsonNodeFactory.instance;
    return new Provisioned(
        name, Map.of("Arn", json.textNode(arn), "RoleId", json.textNode(Roles.id(arn))));
  }

  private static String arn(ResourceRequest request, String name) {
    String path = request.properties().path("Path").asText("/");
    return "arn:aws:iam::%s:role%s%s".formatted(request.account(), path, name);
  }
}
