package dev.zerotomillions.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The other services, asked for what they keep of a customer. What they answer is passed on as it
 * is, so that a member which they add is in the next export.
 */
@Singleton
class OtherServices {
  /** As many as payments are asked for at once. */
  private static final int PAGE = 50;

  private final ServiceCalls calls;

  OtherServices(ServiceCalls calls) {
    this.calls = calls;
  }

  /** All orders of a customer, the latest first. */
  List<Map<?, ?>> orders(String customerId, Deadline deadline) {
    return pages("orders", customerId, deadline);
  }

  /** The customer's payments for these orders of theirs. */
  List<Map<?, ?>> payments(String customerId, List<Map<?, ?>> orders, Deadline deadline) {
    List<Map<?, ?>> payments = new ArrayList<>();
    for (int from = 0; from < orders.size(); from += PAGE) {
      var some = orders.subList(from, Math.min(from + PAGE, orders.size()));
      var ids = some.stream().map(order -> String.valueOf(order.get("id"))).collect(joining(","));
      var target = "/internal/payments?customerId=" + encoded(customerId) + "&orderIds=" + ids;
      payments.addAll(items(ask("payments", target, deadline)));
    }
    return payments;
  }

  /** All messages that were written to a customer. */
  List<Map<?, ?>> messages(String customerId, Deadline deadline) {
    return pages("notifications", customerId, deadline);
  }

  private List<Map<?, ?>> pages(String service, String customerId, Deadline deadline) {
    List<Map<?, ?>> all = new ArrayList<>();
    var first = "/internal/%s?customerId=%s&limit=%d".formatted(service, encoded(customerId), PAGE);
    @Nullable Object cursor = null;
    do {
      var target = cursor == null ? first : first + "&cursor=" + encoded(String.valueOf(cursor));
      var page = ask(service, target, deadline);
      all.addAll(items(page));
      cursor = page.get("nextCursor");
    } while (cursor != null);
    return all;
  }

  private Map<?, ?> ask(String service, String target, Deadline deadline) {
    var answer = calls.to(service).send(ServiceCall.get(target), deadline);
    if (!answer.isSuccess()) {
      throw new UnexpectedAnswer(answer);
    }
    return answer.json();
  }

  private static List<Map<?, ?>> items(Map<?, ?> page) {
    List<Map<?, ?>> items = new ArrayList<>();
    if (page.get("items") instanceof List<?> list) {
      for (Object item : list) {
        items.add((Map<?, ?>) item);
      }
    }
    return items;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
