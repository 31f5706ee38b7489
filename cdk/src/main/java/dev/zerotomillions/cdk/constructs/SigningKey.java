package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.constructs.Construct;

/**
 * The key that signs tokens, and its public half, which verifies them; with it come the secrets
 * that are random bytes.
 *
 * <p>It is a resource of the stack that uses the public keys, rather than an export of another one:
 * CloudFormation refuses to change an export that is in use, so that a key could never be rotated.
 */
public final class SigningKey extends Construct {
  private final CustomResource resource;

  /**
   * Adds the resource that makes the key.
   *
   * @param serviceToken the function that makes it
   * @param generation a higher one than before rotates the key
   * @param randomSecrets the parameters that are filled once and never overwritten
   */
  public SigningKey(
      Construct scope, String id, String serviceToken, int generation, List<String> randomSecrets) {
    super(scope, id);
    Map<String, Object> properties = new TreeMap<>();
    properties.put("SigningKeyParameter", Secret.SIGNING_KEY.parameter());
    properties.put("RandomSecrets", randomSecrets);
    properties.put("Generation", String.valueOf(generation));
    resource =
        CustomResource.Builder.create(this, "Key")
            .resourceType("Custom::SigningKey")
            .serviceToken(serviceToken)
            // CloudFormation waits an hour by itself for a function that crashed.
            .serviceTimeout(Duration.minutes(5))
            .properties(properties)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  /** Returns the public keys, a JWK set as JSON text. */
  public String jwks() {
    return resource.getAttString("Jwks");
  }
}
