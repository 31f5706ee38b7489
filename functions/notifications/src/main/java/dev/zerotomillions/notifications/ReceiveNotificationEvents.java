package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.events.Event;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /internal/notifications/events}: takes an event, once however often it comes. */
@Controller("/internal/notifications/events")
class ReceiveNotificationEvents {
  private final UserNews users;
  private final Announcements announcements;

  ReceiveNotificationEvents(UserNews users, Announcements announcements) {
    this.users = users;
    this.announcements = announcements;
  }

  @Post
  @Operation(
      operationId = "ReceiveNotificationEvents",
      summary = "Take an event of which customers are told, or of a customer",
      tags = "internal")
  @ApiResponse(responseCode = "204", description = "The event is taken")
  @TakesBody
  HttpResponse<?> receive(ServiceCaller caller, @Body Event event) {
    switch (event.type()) {
      case "user.registered", "user.changed" -> users.learn(event);
      case "user.erased" -> users.erase(event);
      case "order.placed", "order.confirmed", "order.cancelled", "order.refunded" -> {
        var order = event.data(OrderData.class);
        announce(event, order.customerId(), order.orderId(), order.total(), order.reason());
      }
      case "payment.refunded" -> {
        var payment = event.data(PaymentData.class);
        announce(event, payment.customerId(), payment.orderId(), payment.amount(), null);
      }
      default -> {
        // A type that is newer than we are, and of which we have nothing to say.
      }
    }
    return HttpResponse.noContent();
  }

  private void announce(
      Event event, String customerId, String orderId, Money amount, @Nullable String reason) {
    announcements.announce(
        event,
        new Occasion(event.id(), event.type(), customerId, orderId, amount, reason, event.time()));
  }
}
