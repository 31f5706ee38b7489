package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What a function is to be: its code, its size, and all that it may touch.
 *
 * @param service whose artifact it runs
 * @param environment what it needs to know besides its own name
 * @param statements what it may do besides writing its logs and traces
 * @param concurrencyCap the most environments that it may have; empty for no cap of its own
 */
public record FunctionSpec(
    Service service,
    String name,
    String handler,
    String description,
    Map<String, String> environment,
    List<PolicyStatement> statements,
    Duration timeout,
    int memoryMegabytes,
    OptionalInt concurrencyCap,
    Start start) {

  public FunctionSpec {
    // Sorted, since the template must come out the same each time.
    environment = new TreeMap<>(environment);
    statements = List.copyOf(statements);
  }
}
