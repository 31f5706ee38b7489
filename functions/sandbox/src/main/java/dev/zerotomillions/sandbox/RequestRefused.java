package dev.zerotomillions.sandbox;

/** A request that the provider doesn't carry out; the message tells the fix. */
final class RequestRefused extends StripeError {
  private static final String INVALID = "invalid_request_error";

  private boolean remembered;

  private RequestRefused(int status, String type, String message) {
    super(status, type, message);
  }

  /** As what was asked for had been begun when it turned out that it can't be done. */
  @Override
  boolean isRemembered() {
    return remembered;
  }

  private static RequestRefused coded(int status, String code, String message) {
    var refused = new RequestRefused(status, INVALID, message);
    refused.member("code", code);
    return refused;
  }

  private static RequestRefused ofParameter(String code, String parameter, String message) {
    var refused = coded(400, code, message);
    refused.member("param", parameter);
    return refused;
  }

  static RequestRefused keyMissing() {
    return new RequestRefused(
        401, INVALID, "You did not provide an API key: Authorization: Bearer <secret key>.");
  }

  static RequestRefused keyWrong() {
    return new RequestRefused(
        401, INVALID, "Invalid API Key provided; use that of the sandbox's parameter.");
  }

  static RequestRefused parameterMissing(String parameter) {
    return ofParameter(
        "parameter_missing", parameter, "Missing required param: " + parameter + ".");
  }

  /** The name alone: a value may be what must not be shown, such as a card's number. */
  static RequestRefused parameterUnknown(String parameter) {
    return ofParameter(
        "parameter_unknown", parameter, "Received unknown parameter: " + parameter + ".");
  }

  static RequestRefused parameterInvalid(String parameter, String rule) {
    return ofParameter("parameter_invalid", parameter, "Invalid " + parameter + ": " + rule + ".");
  }

  static RequestRefused amountTooSmall() {
    return ofParameter("amount_too_small", "amount", "Amount must be at least 1.");
  }

  static RequestRefused noSuchToken(String parameter) {
    return ofParameter(
        "resource_missing", parameter, "No such token; the sandbox's are in its documentation.");
  }

  static RequestRefused noSuchIntent(String id) {
    var refused = coded(404, "resource_missing", "No such payment_intent: '" + id + "'");
    refused.member("param", "intent");
    return refused;
  }

  /** What was asked for can't be done in the state that the intent is in. */
  static RequestRefused unexpectedState(String action, Intent intent) {
    var refused =
        coded(
            400,
            "payment_intent_unexpected_state",
            "You cannot "
                + action
                + " this PaymentIntent because it has a status of "
                + intent.status().label()
                + ".");
    refused.member("payment_intent", StripeObjects.intent(intent));
    refused.remembered = true;
    return refused;
  }

  static RequestRefused alreadyRefunded(Intent intent) {
    var refused =
        coded(
            400,
            "charge_already_refunded",
            "The charge of " + intent.id() + " has already been refunded.");
    refused.remembered = true;
    return refused;
  }

  static RequestRefused keyReused() {
    return new RequestRefused(
        400,
        "idempotency_error",
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with.");
  }

  static RequestRefused busy() {
    return coded(
        429, "lock_timeout", "The object is being changed by other requests; retry in a moment.");
  }
}
