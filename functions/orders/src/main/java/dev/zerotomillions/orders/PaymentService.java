package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Outcome.Charged;
import dev.zerotomillions.orders.Outcome.Declined;
import dev.zerotomillions.orders.Outcome.MoneyBack;
import dev.zerotomillions.orders.Outcome.Unknown;
import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The payments service, called to take money and to give it back. */
@Singleton
class PaymentService implements Payments {
  private static final int BAD_REQUEST = 400;

  private final ServiceCalls calls;

  PaymentService(ServiceCalls calls) {
    this.calls = calls;
  }

  @Introspected
  record Charge(String customerId, Money amount, String token) {}

  /** A payment, of which no more than this is of interest. */
  @Introspected
  record Standing(String status, @Nullable String declineCode) {}

  @Override
  public Outcome charge(Order order, Deadline deadline) {
    var charge = new Charge(order.customerId(), order.total(), order.payment().token());
    var answer = send(ServiceCall.put(path(order.id()), charge), deadline);
    if (answer.status() == BAD_REQUEST) {
      // The token alone can be wrong with what we send.
      return new Declined("invalid_token");
    }
    var payment = standing(answer);
    return switch (payment.status()) {
      case "SUCCEEDED" -> new Charged();
      // One that was called off behind our back is as good as refused.
      case "DECLINED", "VOIDED", "REFUNDED" -> new Declined(payment.declineCode());
      case "PROCESSING" -> new Unknown();
      default -> throw new UnexpectedAnswer(answer);
    };
  }

  @Override
  public Outcome payBack(String orderId, Deadline deadline) {
    var answer = send(ServiceCall.post(path(orderId) + "/refund"), deadline);
    return switch (standing(answer).status()) {
      case "VOIDED", "DECLINED", "REFUNDED" -> new MoneyBack();
      case "PROCESSING", "SUCCEEDED" -> new Unknown();
      default -> throw new UnexpectedAnswer(answer);
    };
  }

  private CallAnswer send(ServiceCall call, Deadline deadline) {
    return calls.to("payments").send(call, deadline);
  }

  private static Standing standing(CallAnswer answer) {
    if (!answer.isSuccess()) {
      throw new UnexpectedAnswer(answer);
    }
    return answer.as(Standing.class);
  }

  private static String path(String orderId) {
    return "/internal/payments/" + orderId;
  }
}
