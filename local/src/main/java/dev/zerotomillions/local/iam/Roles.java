package dev.zerotomillions.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The roles that templates declare, with the policies that say what each may do. */
public final class Roles {
  /**
   * How long a role's sessions outlive it. On AWS as well a deletion takes some seconds to be known
   * everywhere, in which a deleted function's last requests end.
   */
  private static final Duration AFTERLIFE = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Map<String, Role> byArn = new ConcurrentHashMap<>();
  private final Map<String, Departed> departed = new ConcurrentHashMap<>();
  private final Map<String, Attachment> attachments = new ConcurrentHashMap<>();

  private record Departed(Role role, Instant end) {}

  public Roles() {
    this(InstantSource.system());
  }

  /** Knows no role yet, but the policies that AWS manages. */
  public Roles(InstantSource clock) {
    this.clock = clock;
    AwsManagedPolicies.all()
        .forEach((arn, document) -> attachments.put(arn, new Attachment(document, Set.of())));
  }

  /**
   * A role.
   *
   * @param trust the policy that says who may assume it
   * @param policies its own policies
   * @param managedPolicies the ARNs of the managed policies that it names
   */
  public record Role(
      String name,
      String arn,
      JsonNode trust,
      List<PolicyDocument> policies,
      List<String> managedPolicies) {
    public Role {
      policies = List.copyOf(policies);
      managedPolicies = List.copyOf(managedPolicies);
    }

    /** Whether a service, such as {@code scheduler.amazonaws.com}, may assume it. */
    public boolean trusts(String service) {
      return trust.path("Statement").findValues("Service").stream()
          .anyMatch(each -> each.toString().contains("\"" + service + "\""));
    }
  }

  /** A policy that stands on its own, and the names of the roles that it is attached to. */
  public record Attachment(PolicyDocument document, Set<String> roleNames) {
    public Attachment {
      roleNames = Set.copyOf(roleNames);
    }
  }

  /** A role's id, the same each time for one ARN. */
  public static String id(String roleArn) {
    String digits = UUID.nameUUIDFromBytes(roleArn.getBytes(StandardCharsets.UTF_8)).toString();
    return "AROA" + digits.replace("-", "").toUpperCase(Locale.ROOT).substring(0, 17);
  }

  public Optional<Role> find(String roleArn) {
    return Optional.ofNullable(byArn.get(roleArn));
  }

  /** Every policy that speaks of what a role may do. */
  public List<PolicyDocument> policies(String roleArn) {
    Role role = living(roleArn);
    if (role == null) {
      return List.of();
    }
    List<PolicyDocument> documents = new ArrayList<>(role.policies());
    attachments.forEach(
        (id, each) -> {
          if (each.roleNames().contains(role.name()) || role.managedPolicies().contains(id)) {
            documents.add(each.document());
          }
        });
    return documents;
  }

  private @Nullable Role living(String roleArn) {
    Role role = byArn.get(roleArn);
    Departed last = departed.get(roleArn);
    return role == null && last != null && clock.instant().isBefore(last.end())
        ? last.role()
        : role;
  }

  public void put(Role role) {
    byArn.put(role.arn(), role);
  }

  /** Removes a role, whose sessions end a little later. */
  public void remove(String roleArn) {
    Role role = byArn.remove(roleArn);
    if (role != null) {
      Instant now = clock.instant();
      departed.values().removeIf(each -> each.end().isBefore(now));
      departed.put(roleArn, new Departed(role, now.plus(AFTERLIFE)));
    }
  }

  /**
   * Attaches a policy to the roles that it names, and to those that name it.
   *
   * @param id a managed policy's ARN, or any id of its own
   */
  public void attach(String id, Attachment attachment) {
    attachments.put(id, attachment);
  }

  public void detach(String id) {
    attachments.remove(id);
  }
}
