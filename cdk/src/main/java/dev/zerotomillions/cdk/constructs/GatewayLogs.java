package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Limits;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The log of the gateway's requests. */
public final class GatewayLogs extends Construct {
  private final LogGroup group;

  public GatewayLogs(Construct scope, String id, Limits limits) {
    super(scope, id);
    group =
        LogGroup.Builder.create(this, "Group")
            .retention(LogRetention.ofDays(limits.logDays()))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
  }

  public LogGroup group() {
    return group;
  }
}
