package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.deploy.DeploymentEvent;

/** What a person sees of the running system: deployments and functions' logs, a line each. */
final class Console {

  void say(String text) {
    System.out.println(text);
  }

  void function(String line) {
    System.out.println(line);
  }

  /** Shows what a deployment did; what it is about to do would only double the lines. */
  void deployment(DeploymentEvent event) {
    if (!event.status().endsWith("IN_PROGRESS")) {
      String reason = event.reason().isEmpty() ? "" : ": " + event.reason();
      System.out.printf(
          "%-24s %s/%s (%s)%s%n",
          event.status(), event.stack(), event.logicalId(), event.type(), reason);
    }
  }
}
