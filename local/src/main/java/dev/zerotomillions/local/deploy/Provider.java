package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;

/** Asks a stack's resource types to create, update, delete and restore. */
record Provider(ResourceTypes types, StackKey stack, String account) {

  Standing create(String logicalId, Wanted wanted) throws ResourceFailed {
    return Standing.of(wanted, type(wanted).create(request(logicalId, wanted)));
  }

  Standing update(String logicalId, Wanted wanted, Standing current) throws ResourceFailed {
    ObjectNode before = current.from().properties();
    return Standing.of(
        wanted, type(wanted).update(request(logicalId, wanted), current.provisioned(), before));
  }

  void delete(String logicalId, Standing current) throws ResourceFailed {
    type(current.from()).delete(request(logicalId, current.from()), current.provisioned());
  }

  void restore(String logicalId, Standing current) throws ResourceFailed {
    type(current.from()).restore(request(logicalId, current.from()), current.provisioned());
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
