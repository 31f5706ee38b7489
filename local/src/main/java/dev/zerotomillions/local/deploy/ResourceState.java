package dev.zerotomillions.local.deploy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of one resource. Immutable; each step makes another.
 *
 * @param current the resource as it stands, if it does
 * @param attempt the step that is under way, if one is
 * @param operation the number of the stack's last operation that touched the resource
 * @param before the resource as it stood before that operation, if it did
 * @param replaced what it replaced and is yet to be deleted; what is to be kept is not here
 */
record ResourceState(
    @Nullable Standing current,
    @Nullable Attempt attempt,
    int operation,
    @Nullable Standing before,
    List<Standing> replaced) {
  static final ResourceState NONE = new ResourceState(null, null, 0, null, List.of());

  ResourceState {
    replaced = List.copyOf(replaced);
  }

  /** A step begins. The first one of an operation keeps the resource as it stood before. */
  ResourceState attempting(Attempt next, int inOperation) {
    return new ResourceState(
        current, next, inOperation, operation == inOperation ? before : current, replaced);
  }

  /**
   * A step succeeded. A current resource under another physical id has been replaced, and is to be
   * deleted unless its template keeps it.
   */
  ResourceState standing(Standing made) {
    List<Standing> old = new ArrayList<>(replaced);
    if (current != null && current.isReplacedBy(made) && !current.from().replacement().keeps()) {
      old.add(current);
    }
    old.removeIf(each -> each.physicalId().equals(made.physicalId()));
    return new ResourceState(made, null, operation, before, old);
  }

  /** What does not change the resource itself, such as its deletion policy. */
  ResourceState declared(Wanted wanted) {
    Standing as =
        current == null ? null : new Standing(wanted, current.physicalId(), current.attributes());
    return new ResourceState(as, attempt, operation, before, replaced);
  }

  /**
   * A creation failed, and left nothing. A current resource may have become something else by it.
   */
  ResourceState failing(Wanted wanted) {
    return current == null
        ? new ResourceState(null, null, operation, before, replaced)
        : spoilt(wanted);
  }

  /**
   * An interrupted creation was finished in vain: what it made is to be deleted, unless it turned
   * out to be the current resource, which then has to be put right.
   */
  ResourceState discarding(Standing made, Wanted madeFrom) {
    if (current != null && !current.isReplacedBy(made)) {
      return spoilt(madeFrom);
    }
    List<Standing> old = new ArrayList<>(replaced);
    old.add(made);
    return new ResourceState(current, null, operation, before, old);
  }

  /** The current resource may have become something else, as if an update had begun. */
  private ResourceState spoilt(Wanted by) {
    return new ResourceState(
        current, new Attempt(Attempt.Kind.UPDATE, by), operation, before, replaced);
  }

  /** A deletion begins, which is no part of an operation that could be rolled back. */
  ResourceState deleting(Standing doomed) {
    Attempt attempt = new Attempt(Attempt.Kind.DELETE, doomed.from());
    return new ResourceState(doomed, attempt, 0, null, replaced);
  }

  /** One of the replaced resources is gone, or is to be kept and forgotten. */
  ResourceState without(Standing gone) {
    List<Standing> left = new ArrayList<>(replaced);
    left.remove(gone);
    return new ResourceState(current, attempt, operation, before, left);
  }

  /** The operation that touched it is over, and this is how it stands. */
  ResourceState settled(@Nullable Standing standing, List<Standing> left) {
    return new ResourceState(standing, null, 0, null, left);
  }

  boolean isEmpty() {
    return current == null && attempt == null && replaced.isEmpty();
  }

  /** Every physical resource on record, oldest first. */
  List<Standing> all() {
    List<Standing> all = new ArrayList<>(replaced);
    if (current != null) {
      all.add(current);
    }
    return all;
  }
}
