package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;

/** What an intent is created from. */
record NewIntent(String orderId, Money amount, String token) {

  static NewIntent of(Payment payment) {
    var amount = payment.amount();
    var token = payment.token();
    if (amount == null || token == null) {
      throw new IllegalStateException(
          "The payment of " + payment.orderId() + " has no amount or token to charge");
    }
    return new NewIntent(payment.orderId(), amount, token);
  }

  /** The token is left out, so that none gets into a log. */
  @Override
  public String toString() {
    return "NewIntent[" + orderId + "]";
  }
}
