package dev.zerotomillions.local.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One CloudFormation resource type that the emulator can provision.
 *
 * <p>Properties arrive with every intrinsic function resolved. The engine has already refused any
 * top-level property that {@link #properties()} does not name; an implementation refuses what it
 * can't honour below that level with {@link UnsupportedProperty}. The engine calls one method at a
 * time for a given resource.
 */
public interface ResourceType {

  /** The CloudFormation name, such as {@code AWS::DynamoDB::GlobalTable}. */
  String name();

  /** The top-level properties that are honoured, or that knowingly have no local effect. */
  PropertyRules properties();

  /** Whether the resource holds data: the engine then refuses to replace it. */
  default boolean stateful() {
    return false;
  }

  /** Whether the resource may go with its template although it holds data. */
  default boolean deletable() {
    return !stateful();
  }

  /** The top-level properties whose change makes CloudFormation replace the resource. */
  default Set<String> replacedBy() {
    return Set.of();
  }

  /**
   * Creates the resource. Creating one that already stands (after a crash) gives the same answer.
   */
  Provisioned create(ResourceRequest request) throws ResourceFailed;

  /**
   * Changes the resource from {@code before} to {@code request.properties()} without replacing it.
   */
  Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed;

  /** Deletes the resource; deleting one that is gone already succeeds. */
  void delete(ResourceRequest request, Provisioned current) throws ResourceFailed;

  /** Brings a resource that an earlier run of the emulator provisioned back into this process. */
  default void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {}
}
