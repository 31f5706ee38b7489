package dev.zerotomillions.local.deploy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A stack on record, with all its resources. */
final class Stack {
  private final Store store;
  private final Map<String, ResourceState> resources = new ConcurrentSkipListMap<>();
  private volatile StackRecord record;
  private volatile @Nullable StackRecord proposal;

  /**
   * @param loaded the states of its resources, by logical id
   */
  Stack(Store store, StackRecord record, Map<String, ResourceState> loaded) {
    this.store = store;
    this.record = record;
    this.resources.putAll(loaded);
  }

  StackRecord record() {
    return record;
  }

  StackKey key() {
    return new StackKey(record.region(), record.name());
  }

  /** The number of the operation that is under way, or comes next. */
  int operation() {
    return record.committed() + 1;
  }

  Set<String> logicalIds() {
    return Set.copyOf(resources.keySet());
  }

  ResourceState resource(String logicalId) {
    return resources.getOrDefault(logicalId, ResourceState.NONE);
  }

  /** Puts a resource's state on record; one that is empty is forgotten. */
  void put(String logicalId, ResourceState state) {
    if (state.isEmpty()) {
      store.remove(key(), logicalId);
      resources.remove(logicalId);
    } else {
      store.save(key(), logicalId, state);
      resources.put(logicalId, state);
    }
  }

  /** What the stack's record is to be once the whole deployment has succeeded. */
  void propose(StackRecord next) {
    proposal = next;
  }

  /** What this deployment proposes, if it has come to this stack. */
  Optional<StackRecord> proposal() {
    return Optional.ofNullable(proposal);
  }

  void withdraw() {
    proposal = null;
  }

  void commit() {
    StackRecord next = proposal;
    if (next != null && !next.equals(record)) {
      store.save(next);
      record = next;
    }
    proposal = null;
  }

  /** Whether an operation has touched the stack, or made it, and is not committed. */
  boolean isUnderWay() {
    return isNew() || resources.values().stream().anyMatch(each -> each.operation() == operation());
  }

  /** Whether no operation was ever committed. */
  boolean isNew() {
    return record.committed() == 0;
  }
}
