package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import java.util.Map;
import java.util.OptionalInt;

/** The operations on reserved concurrency. What they set lasts until the next deployment. */
final class Reservations {
  private static final String NAME = "ReservedConcurrentExecutions";

  private final FunctionRegistry registry;

  Reservations(FunctionRegistry registry) {
    this.registry = registry;
  }

  AwsResponse get(Call call) throws AwsError {
    return answer(function(call).reserved());
  }

  AwsResponse put(Call call) throws AwsError {
    var value = call.body().path(NAME);
    if (!value.canConvertToInt() || value.asInt() < 0) {
      throw new AwsError(
          400, "InvalidParameterValueException", NAME + " must be a number, 0 or more");
    }
    var count = OptionalInt.of(value.asInt());
    set(function(call), count);
    return answer(count);
  }

  AwsResponse delete(Call call) throws AwsError {
    set(function(call), OptionalInt.empty());
    return new AwsResponse(204, Map.of(), new byte[0]);
  }

  private void set(DeployedFunction function, OptionalInt count) {
    registry.change(function, now -> now.with(now.latest(), count, now.properties()));
  }

  private DeployedFunction function(Call call) throws AwsError {
    return registry
        .find(call.function())
        .orElseThrow(() -> Answers.notFound(call.parts().getFirst()));
  }

  private static AwsResponse answer(OptionalInt reserved) {
    var json = JsonNodeFactory.instance.objectNode();
    reserved.ifPresent(count -> json.put(NAME, count));
    return Answers.ok(json);
  }
}
