package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The roles that templates declare, with the policies that say what each may do. */
public final class Roles {
  private final Map<String, Role> byArn = new ConcurrentHashMap<>();
  private final Map<String, Attachment> attachments = new ConcurrentHashMap<>();

  /**
   * A role.
   *
   * @param trust the policy that says who may assume it
   * @param policies the documents of its own policies
   * @param managedPolicies the ARNs of the managed policies that it names
   */
  public record Role(
      String name,
      String arn,
      JsonNode trust,
      List<JsonNode> policies,
      List<String> managedPolicies) {
    public Role {
      policies = List.copyOf(policies);
      managedPolicies = List.copyOf(managedPolicies);
    }
  }

  /** A policy that stands on its own, and the names of the roles that it is attached to. */
  record Attachment(ObjectNode document, Set<String> roleNames) {
    Attachment {
      roleNames = Set.copyOf(roleNames);
    }
  }

  public Optional<Role> find(String roleArn) {
    return Optional.ofNullable(byArn.get(roleArn));
  }

  /** Every policy document that speaks of what a role may do; of AWS's own policies, none. */
  public List<JsonNode> policies(String roleArn) {
    Role role = byArn.get(roleArn);
    if (role == null) {
      return List.of();
    }
    List<JsonNode> documents = new ArrayList<>(role.policies());
    attachments.forEach(
        (id, each) -> {
          if (each.roleNames().contains(role.name()) || role.managedPolicies().contains(id)) {
            documents.add(each.document());
          }
        });
    return documents;
  }

  void put(Role role) {
    byArn.put(role.arn(), role);
  }

  void remove(String roleArn) {
    byArn.remove(roleArn);
  }

  /**
   * @param id a managed policy's ARN, or any id of its own
   */
  void attach(String id, Attachment attachment) {
    attachments.put(id, attachment);
  }

  void detach(String id) {
    attachments.remove(id);
  }
}
