package dev.zerotomillions.cdk.constructs;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.AutoScalingOptions;
import software.amazon.awscdk.services.lambda.UtilizationScalingOptions;

/** The alias {@code live}, which the gateway calls: a published version, ready to start fast. */
public final class LiveAlias {
  private static final double TARGET_UTILIZATION = 0.7;
  private static final int GROWTH = 10;

  private LiveAlias() {}

  /**
   * Publishes a version of the function and points the alias at it.
   *
   * @param generation what, besides code and configuration, makes a new version when it changes
   */
  public static Alias of(ShopFunction function, Start start, String generation) {
    function.function().invalidateVersionBasedOn(generation);
    Alias.Builder builder =
        Alias.Builder.create(function, "Live")
            .aliasName("live")
            .version(function.function().getCurrentVersion());
    if (!(start instanceof Start.Provisioned provisioned)) {
      return builder.build();
    }
    Alias alias = builder.provisionedConcurrentExecutions(provisioned.environments()).build();
    alias
        .addAutoScaling(
            AutoScalingOptions.builder()
                .minCapacity(provisioned.environments())
                .maxCapacity(provisioned.environments() * GROWTH)
                .build())
        .scaleOnUtilization(
            UtilizationScalingOptions.builder().utilizationTarget(TARGET_UTILIZATION).build());
    return alias;
  }
}
