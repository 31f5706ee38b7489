package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;

/** How the notifications' table keeps a message, and what will become one. */
final class MessageRow {
  /** The state of a message that waits for a way to be sent. */
  static final String TO_SEND = "TO_SEND";

  private MessageRow() {}

  static Row toSend(Occasion occasion, Text text) {
    return row(Messages.MESSAGE, occasion)
        .with("messageState", TO_SEND)
        .with("language", text.language())
        .with("subject", text.subject())
        .with("body", text.body());
  }

  static Message message(Row row) {
    return new Message(
        row.text("eventId"),
        row.text("eventType"),
        row.text("orderId"),
        row.text("messageState"),
        row.text("language"),
        row.text("subject"),
        row.text("body"),
        row.time("occurredAt"));
  }

  static Row waiting(Occasion occasion) {
    return row(Messages.WAITING, occasion);
  }

  private static Row row(String prefix, Occasion occasion) {
    return Row.of(Recipients.pk(occasion.customerId()), prefix + occasion.eventId())
        .with("eventId", occasion.eventId())
        .with("eventType", occasion.type())
        .with("customerId", occasion.customerId())
        .with("orderId", occasion.orderId())
        .with("amount", occasion.amount().amount())
        .with("currency", occasion.amount().currency())
        .with("reason", occasion.reason())
        .with("occurredAt", occasion.time());
  }

  static Occasion occasion(Row row) {
    return new Occasion(
        row.text("eventId"),
        row.text("eventType"),
        row.text("customerId"),
        row.text("orderId"),
        new Money(row.number("amount"), row.text("currency")),
        row.optionalText("reason").orElse(null),
        row.time("occurredAt"));
  }
}
