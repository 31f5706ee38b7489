package dev.zerotomillions.cdk.constructs;

import software.amazon.awscdk.services.logs.RetentionDays;

/** The retention periods of logs that phases choose from. */
final class LogRetention {
  private LogRetention() {}

  static RetentionDays ofDays(int days) {
    return switch (days) {
      case 7 -> RetentionDays.ONE_WEEK;
      case 30 -> RetentionDays.ONE_MONTH;
      case 90 -> RetentionDays.THREE_MONTHS;
      default ->
          throw new IllegalArgumentException("CloudWatch keeps no logs for " + days + " days");
    };
  }
}
