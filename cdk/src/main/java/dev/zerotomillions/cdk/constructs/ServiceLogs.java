package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.phases.Limits;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A log for each service, which its functions share: a stream's name tells whose lines it has. One
 * for each function would take a tenth of the 500 resources that CloudFormation allows a stack.
 */
public final class ServiceLogs extends Construct {
  private final Limits limits;
  private final Map<Service, LogGroup> groups = new EnumMap<>(Service.class);

  public ServiceLogs(Construct scope, String id, Limits limits) {
    super(scope, id);
    this.limits = limits;
  }

  LogGroup of(Service service) {
    return groups.computeIfAbsent(service, this::group);
  }

  private LogGroup group(Service service) {
    return LogGroup.Builder.create(this, service.id())
        .retention(LogRetention.ofDays(limits.logDays()))
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}
