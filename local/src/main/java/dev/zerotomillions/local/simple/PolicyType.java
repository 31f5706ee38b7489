package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::IAM::Policy} and {@code AWS::IAM::ManagedPolicy}, attached to roles alone.
 *
 * @param name the type's name
 * @param properties what it accepts
 * @param nameProperty the property that names a policy
 * @param roles learns of it
 */
record PolicyType(String name, PropertyRules properties, String nameProperty, Roles roles)
    implements ResourceType {
  private static final String MANAGED = "AWS::IAM::ManagedPolicy";

  static PolicyType inline(Roles roles) {
    return new PolicyType(
        "AWS::IAM::Policy",
        PropertyRules.honours("PolicyDocument", "PolicyName", "Roles"),
        "PolicyName",
        roles);
  }

  static PolicyType managed(Roles roles) {
    return new PolicyType(
        MANAGED,
        PropertyRules.honours("ManagedPolicyName", "Path", "PolicyDocument", "Roles")
            .andIgnores("Description", "Tags"),
        "ManagedPolicyName",
        roles);
  }

  @Override
  public Set<String> replacedBy() {
    return name.equals(MANAGED) ? Set.of(nameProperty, "Path") : Set.of();
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
    roles.detach(current.physicalId());
  }

  private Provisioned put(ResourceRequest request, String id) throws ResourceFailed {
    Set<String> attached = new HashSet<>();
    request.properties().path("Roles").forEach(each -> attached.add(each.asText()));
    roles.attach(
        id,
        new Roles.Attachment(
            Policies.read(request, request.properties().path("PolicyDocument")), attached));
    return new Provisioned(id, Map.of("PolicyArn", JsonNodeFactory.instance.textNode(id)));
  }

  private String id(ResourceRequest request) {
    if (!name.equals(MANAGED)) {
      return Names.unique(request);
    }
    String path = request.properties().path("Path").asText("/");
    return "arn:aws:iam::%s:policy%s%s"
        .formatted(request.account(), path, Names.of(request, nameProperty));
  }
}
