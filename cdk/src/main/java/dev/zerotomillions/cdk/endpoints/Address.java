package dev.zerotomillions.cdk.endpoints;

/** A URL outside of the shop's internal API that a function calls. */
public enum Address {
  PAYMENT_PROVIDER("PAYMENT_PROVIDER_URL"),
  PAYMENT_WEBHOOK("WEBHOOK_URL");

  private final String variable;

  Address(String variable) {
    this.variable = variable;
  }

  /** Returns the environment variable that holds the URL. */
  public String variable() {
    return variable;
  }
}
