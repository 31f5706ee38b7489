package dev.zerotomillions.cdk.endpoints;

import java.util.List;

/** The endpoints and tasks of payments. */
final class PaymentsWorkloads {
  private PaymentsWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of();
  }

  static List<Task> tasks() {
    return List.of();
  }
}
