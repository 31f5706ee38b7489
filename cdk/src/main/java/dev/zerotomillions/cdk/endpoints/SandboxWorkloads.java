package dev.zerotomillions.cdk.endpoints;

import java.util.List;

/** The endpoints and tasks of what plays the payment provider. */
final class SandboxWorkloads {
  private SandboxWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of();
  }

  static List<Task> tasks() {
    return List.of();
  }
}
