package dev.zerotomillions.cdk.endpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The right to use some DynamoDB actions on one service's table, or on one index of it.
 *
 * @param actions actions without their {@code dynamodb:} prefix
 */
public record Grant(Service owner, Optional<String> index, List<String> actions) {
  /** The index by which products are listed by category, and orders by customer. */
  static final String LISTING = "gsi1";

  public static Grant on(Service owner, String... actions) {
    return new Grant(owner, Optional.empty(), List.of(actions));
  }

  static Grant onIndex(Service owner, String index, String... actions) {
    return new Grant(owner, Optional.of(index), List.of(actions));
  }

  /** Returns the same rights with one grant for each table and index. */
  public static List<Grant> merged(Stream<Grant> grants) {
    record Target(Service owner, Optional<String> index) {}
    Map<Target, TreeSet<String>> actions = new LinkedHashMap<>();
    grants.forEach(
        grant ->
            actions
                .computeIfAbsent(new Target(grant.owner, grant.index), target -> new TreeSet<>())
                .addAll(grant.actions));
    List<Grant> merged = new ArrayList<>();
    actions.forEach(
        (target, names) -> merged.add(new Grant(target.owner, target.index, List.copyOf(names))));
    return merged;
  }
}
