package dev.zerotomillions.local.scheduler;

/** A schedule expression that Scheduler would refuse. */
final class InvalidExpression extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidExpression(String expression, String why) {
    super(
        "%s: %s; write rate(5 minutes), cron(0 12 * * ? *) or at(2026-11-25T12:00:00)"
            .formatted(expression, why));
  }
}
