package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Optional;

/** What belongs to a function that another resource made: a version, an alias, a permission. */
record FunctionPart(ResourceRequest request, FunctionName function) {

  static FunctionPart of(ResourceRequest request) throws ResourceFailed {
    var text = Properties.of(request).text("FunctionName");
    var name =
        FunctionName.parse(text)
            .orElseThrow(
                () ->
                    new ResourceFailed(
                        "%s/%s: '%s' names no function"
                            .formatted(request.stack(), request.logicalId(), text)));
    return new FunctionPart(request, name);
  }

  Optional<DeployedFunction> find(FunctionRegistry registry) {
    return registry.find(request.region(), function.name());
  }

  DeployedFunction in(FunctionRegistry registry) throws ResourceFailed {
    return find(registry)
        .orElseThrow(
            () ->
                new ResourceFailed(
                    "%s/%s: there is no function %s in %s"
                        .formatted(
                            request.stack(),
                            request.logicalId(),
                            function.name(),
                            request.region())));
  }
}
