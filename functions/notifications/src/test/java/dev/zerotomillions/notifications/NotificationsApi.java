package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.EventSchemas;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The notifications' function on an empty table, the events it is sent, and what it kept. */
final class NotificationsApi {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String ADA = "usr_ada";
  static final String ORDER = "ord_0a3_0195d1a0-0000-7000-8000-000000000001";

  private static final AtomicLong EVENTS = new AtomicLong();

  final TestTable table = TestTable.create();
  final Api api =
      Api.start(
          Map.of(
              "NOTIFICATIONS_TABLE",
              table.name(),
              "CURSOR_KEY_PARAMETER",
              InMemoryParameters.CURSOR_KEY),
          new InMemoryParameters());

  /** An event that its schema allows, with a fresh id. */
  static Event event(String type, String subject, Instant time, Map<String, Object> data) {
    var event =
        new Event(
            "1.0",
            "evt_%09d".formatted(EVENTS.incrementAndGet()),
            "/" + type.substring(0, type.indexOf('.')) + "s",
            type,
            subject,
            time,
            "https://zerotomillions.dev/events/" + type + "/1",
            "application/json",
            "correlation-1",
            data);
    EventSchemas.assertConforms(event);
    return event;
  }

  static Event user(String type, Instant time, String name, @Nullable String locale) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("userId", ADA);
    data.put("name", name);
    data.put("email", "ada@example.com");
    if (locale != null) {
      data.put("locale", locale);
    }
    return event(type, ADA, time, data);
  }

  static Event registered() {
    return user("user.registered", NOON, "Ada", "de-DE");
  }

  static Event erased() {
    return event("user.erased", ADA, NOON.plusSeconds(60), Map.of("userId", ADA));
  }

  static Event order(String status) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("orderId", ORDER);
    data.put("customerId", ADA);
    data.put("status", status);
    data.put("total", Map.of("amount", 799L, "currency", "EUR"));
    if (status.equals("CANCELLED")) {
      data.put("reason", "out-of-stock");
    }
    var verb = status.equals("PENDING") ? "placed" : status.toLowerCase(Locale.ROOT);
    return event("order." + verb, ORDER, NOON.plusSeconds(30), data);
  }

  static Event paymentRefunded() {
    return event(
        "payment.refunded",
        ORDER,
        NOON.plusSeconds(30),
        Map.of(
            "orderId", ORDER,
            "customerId", ADA,
            "amount", Map.of("amount", 799L, "currency", "EUR")));
  }

  ApiResponse post(Object event) {
    return api.send(
        ApiRequest.of("POST", "/internal/notifications/events").json(event).asService());
  }

  /** Sends events that have to be taken. */
  void take(Event... events) {
    for (var event : events) {
      var answer = post(event);
      if (answer.status() != 204) {
        throw new AssertionError(answer.toString());
      }
    }
  }

  /** The rows of the user whose keys begin so. */
  List<Map<String, AttributeValue>> rows(String prefix) {
    return TestTable.client()
        .query(
            query ->
                query
                    .tableName(table.name())
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS("RECIPIENT#" + ADA),
                            ":sk", AttributeValue.fromS(prefix))))
        .items();
  }

  /** The subjects of all messages, in the order of their events' ids. */
  List<String> subjects() {
    return rows("MESSAGE#").stream().map(row -> text(row, "subject")).toList();
  }

  static String text(Map<String, AttributeValue> row, String attribute) {
    var value = row.get(attribute);
    return value == null ? "" : value.s();
  }

  /** Removes the records of applied events, as DynamoDB does after their time. */
  void forgetEvents() {
    for (var row : scan()) {
      if (text(row, "pk").startsWith("EVENT#")) {
        delete(row);
      }
    }
  }

  /** What the partition of the user holds. */
  int kept() {
    return (int) scan().stream().filter(row -> text(row, "pk").endsWith(ADA)).count();
  }

  /** All that the table holds. */
  String everything() {
    return scan().toString();
  }

  private List<Map<String, AttributeValue>> scan() {
    return TestTable.client()
        .scan(scan -> scan.tableName(table.name()).consistentRead(true))
        .items();
  }

  /** Has an event's message wait again, as if a crash had come before it was written. */
  void undoWriting(Event event) {
    for (var row : rows("MESSAGE#" + event.id())) {
      Map<String, AttributeValue> waiting = new LinkedHashMap<>(row);
      waiting.put("sk", AttributeValue.fromS("WAITING#" + event.id()));
      TestTable.client().putItem(put -> put.tableName(table.name()).item(waiting));
      delete(row);
    }
  }

  private void delete(Map<String, AttributeValue> row) {
    TestTable.client()
        .deleteItem(
            delete ->
                delete
                    .tableName(table.name())
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(text(row, "pk")),
                            "sk", AttributeValue.fromS(text(row, "sk")))));
  }
}
