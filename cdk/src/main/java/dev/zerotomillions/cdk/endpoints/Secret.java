package dev.zerotomillions.cdk.endpoints;

/** A secret that functions read from Parameter Store, at first use and by themselves. */
public enum Secret {
  SIGNING_KEY("SIGNING_KEY_PARAMETER", "/shop/signing-key"),
  CURSOR_KEY("CURSOR_KEY_PARAMETER", "/shop/cursor-key"),
  PAYMENT_KEY("PAYMENT_KEY_PARAMETER", "/shop/payment-key"),
  WEBHOOK_SECRET("WEBHOOK_SECRET_PARAMETER", "/shop/webhook-secret");

  private final String variable;
  private final String parameter;

  Secret(String variable, String parameter) {
    this.variable = variable;
    this.parameter = parameter;
  }

  /** Returns the environment variable that names the parameter. */
  public String variable() {
    return variable;
  }

  /** Returns the name of the parameter that the deployment fills. */
  public String parameter() {
    return parameter;
  }
}
