package dev.zerotomillions.orders;

import dev.zerotomillions.shared.http.Answer;

/** What a customer is answered about the order that they placed. */
final class Placement {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private static final String ORDERS = "/api/orders/";

  private Placement() {}

  static Answer of(Order order) {
    return switch (order.status()) {
      case CONFIRMED, REFUNDING, REFUNDED -> Answer.of(CREATED, ORDERS + order.id(), order);
      case PENDING, RESERVED, PAID -> accepted(order);
      // A customer's own cancellation may yet come too late; the others don't.
      case CANCELLING ->
          order.reason() == Reason.CANCELLED_BY_CUSTOMER
              ? accepted(order)
              : Answer.of(OrderCancelled.of(order));
      case CANCELLED -> Answer.of(OrderCancelled.of(order));
    };
  }

  private static Answer accepted(Order order) {
    return Answer.of(ACCEPTED, ORDERS + order.id(), order);
  }

  /** The id of the order that an answer tells of. */
  static String orderId(Answer answer) {
    var location = String.valueOf(answer.location());
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
