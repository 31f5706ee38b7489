package dev.zerotomillions.cdk.endpoints;

import static dev.zerotomillions.cdk.endpoints.Grant.on;
import static dev.zerotomillions.cdk.endpoints.Route.get;
import static dev.zerotomillions.cdk.endpoints.Route.post;
import static dev.zerotomillions.cdk.endpoints.Service.NOTIFICATIONS;

import java.util.List;

/** The endpoints and tasks of notifications. */
final class NotificationsWorkloads {
  private NotificationsWorkloads() {}

  static List<Endpoint> endpoints() {
    return List.of(
        Endpoint.of(
                NOTIFICATIONS, "ReceiveNotificationEvents", post("/internal/notifications/events"))
            .access(Access.SERVICE)
            .takes("user.registered", "user.changed", "user.erased")
            .takes("order.placed", "order.confirmed", "order.cancelled", "order.refunded")
            .takes("payment.refunded")
            .grants(
                on(
                    NOTIFICATIONS,
                    "ConditionCheckItem",
                    "DeleteItem",
                    "GetItem",
                    "PutItem",
                    "Query"))
            .build(),
        Endpoint.of(NOTIFICATIONS, "ListCustomerMessages", get("/internal/notifications"))
            .access(Access.SERVICE)
            .grants(on(NOTIFICATIONS, "Query"))
            .secrets(Secret.CURSOR_KEY)
            .build());
  }

  static List<Task> tasks() {
    return List.of();
  }
}
