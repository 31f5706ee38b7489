package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Limits;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The functions' logs, one for each; or one for each service, where a stack has no room for more. A
 * stream's name tells whose lines it has.
 */
public final class FunctionLogs extends Construct {
  private final Limits limits;
  private final boolean shared;
  private final Map<String, LogGroup> groups = new TreeMap<>();

  /**
   * Makes them.
   *
   * @param shared whether a service's functions share a log
   */
  public FunctionLogs(Construct scope, String id, Limits limits, boolean shared) {
    super(scope, id);
    this.limits = limits;
    this.shared = shared;
  }

  LogGroup of(FunctionSpec spec) {
    return groups.computeIfAbsent(shared ? spec.service().id() : spec.name(), this::group);
  }

  private LogGroup group(String name) {
    return LogGroup.Builder.create(this, name)
        .retention(LogRetention.ofDays(limits.logDays()))
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}
