package dev.zerotomillions.sandbox;

/** The issuer of the card refused. */
final class CardDeclined extends StripeError {

  CardDeclined(Intent declined, String declineCode) {
    super(402, "card_error", message(declineCode));
    member("code", "card_declined");
    member("decline_code", declineCode);
    member("payment_intent", StripeObjects.intent(declined));
  }

  @Override
  boolean isRemembered() {
    return true;
  }

  static String message(String declineCode) {
    return declineCode.equals("insufficient_funds")
        ? "Your card has insufficient funds."
        : "Your card was declined.";
  }
}
