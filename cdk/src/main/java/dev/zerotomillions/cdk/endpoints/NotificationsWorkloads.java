package dev.zerotomillions.cdk.endpoints;

import java.util.List;

/** The endpoints and tasks of notifications. */
final class NotificationsWorkloads {
  private NotificationsWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of();
  }

  static List<Task> tasks() {
    return List.of();
  }
}
