package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Secret;
import java.util.List;

/** Who takes the customers' money. */
public sealed interface PaymentProvider {

  /** A function of the shop that only plays at it, with secrets made at the deployment. */
  record Sandbox() implements PaymentProvider {
    @Override
    public String url(ApiGateway gateway) {
      return gateway.url() + "/sandbox";
    }

    @Override
    public String parameter(Secret secret) {
      return secret.parameter();
    }
  }

  /**
   * Stripe, with secrets that its dashboard shows and that the operator puts into parameters.
   *
   * @param key the parameter with the secret key
   * @param webhookSecret the parameter with the secret that webhooks are signed with
   */
  record Stripe(String key, String webhookSecret) implements PaymentProvider {
    @Override
    public String url(ApiGateway gateway) {
      return "https://api.stripe.com";
    }

    @Override
    public String parameter(Secret secret) {
      return switch (secret) {
        case PAYMENT_KEY -> key;
        case WEBHOOK_SECRET -> webhookSecret;
        case SIGNING_KEY, CURSOR_KEY -> secret.parameter();
      };
    }
  }

  /** Returns the URL that the paths of Stripe's API are appended to. */
  String url(ApiGateway gateway);

  /** Returns the name of a secret's parameter. */
  String parameter(Secret secret);

  /** Returns the secrets that the deployment makes up from random bytes. */
  default List<Secret> randomSecrets() {
    return isSandbox()
        ? List.of(Secret.CURSOR_KEY, Secret.PAYMENT_KEY, Secret.WEBHOOK_SECRET)
        : List.of(Secret.CURSOR_KEY);
  }

  /** Whether it is part of the shop, so that it can be deployed with it. */
  default boolean isSandbox() {
    return this instanceof Sandbox;
  }
}
