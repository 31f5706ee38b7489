package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;

/** Asks a stack's resource types to create, update, delete and restore. */
record Provider(ResourceTypes types, StackKey stack, String account) {

  /** What a resource type is asked to do. */
  @FunctionalInterface
  private interface Call<T> {
    T on(ResourceType type, ResourceRequest request) throws ResourceFailed;
  }

  Standing create(String logicalId, Wanted wanted) throws ResourceFailed {
    return call(logicalId, wanted, (type, request) -> Standing.of(wanted, type.create(request)));
  }

  Standing update(String logicalId, Wanted wanted, Standing current) throws ResourceFailed {
    ObjectNode before = current.from().properties().deepCopy();
    return call(
        logicalId,
        wanted,
        (type, request) ->
            Standing.of(wanted, type.update(request, current.provisioned(), before)));
  }

  void delete(String logicalId, Standing current) throws ResourceFailed {
    call(
        logicalId,
        current.from(),
        (type, request) -> {
          type.delete(request, current.provisioned());
          return current;
        });
  }

  void restore(String logicalId, Standing current) throws ResourceFailed {
    call(
        logicalId,
        current.from(),
        (type, request) -> {
          type.restore(request, current.provisioned());
          return current;
        });
  }

  private <T> T call(String logicalId, Wanted wanted, Call<T> call) throws ResourceFailed {
    ResourceType type = type(wanted);
    try {
      return call.on(type, request(logicalId, wanted));
    } catch (RuntimeException e) {
      // A resource type is a plug-in: its defects are failures like others, and are rolled back.
      throw new ResourceFailed("%s failed by a defect: %s".formatted(wanted.type(), e), e);
    }
  }

  ResourceType type(Wanted wanted) throws ResourceFailed {
    return types
        .find(wanted.type())
        .orElseThrow(
            () ->
                new ResourceFailed(
                    "Resource type %s is no longer known to the emulator"
                        .formatted(wanted.type())));
  }

  private ResourceRequest request(String logicalId, Wanted wanted) {
    return new ResourceRequest(
        stack.region(),
        account,
        stack.name(),
        logicalId,
        wanted.type(),
        wanted.properties().deepCopy());
  }
}
