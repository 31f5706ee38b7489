package dev.zerotomillions.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Parameters;
import dev.zerotomillions.shared.http.Contexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The handler of the custom resource {@code Custom::SigningKey}: makes the keys that sign tokens,
 * and answers the public ones for the functions' environment. It also makes the secrets that are
 * mere random bytes, whose parameters {@code RandomSecrets} names.
 *
 * <p>An update to a higher {@code Generation} rotates the signing key; random secrets are never
 * overwritten. Deleting the resource keeps the keys, as the data that they guard stays too.
 */
public final class ProvisionSigningKey implements RequestStreamHandler {
  private final Secrets secrets;
  private final Callback callback;

  public ProvisionSigningKey() {
    this(
        new Secrets(
            Contexts.start(Settings.ofProcess()).getBean(Parameters.class), InstantSource.system()),
        new HttpCallback());
  }

  ProvisionSigningKey(Secrets secrets, Callback callback) {
    this.secrets = secrets;
    this.callback = callback;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = CustomResourceEvent.parse(in.readAllBytes());
    var answer = answer(event);
    try {
      callback.put(event.responseUrl(), answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted before CloudFormation had the answer", e);
    }
    out.write(answer);
  }

  private byte[] answer(CustomResourceEvent event) {
    try {
      return switch (event.requestType()) {
        case "Create" -> provided(event, secrets::provideSigningKey);
        case "Update" -> provided(event, secrets::rotateSigningKey);
        case "Delete" -> event.succeeded(event.physicalId(), Map.of());
        default -> event.failed("RequestType must be Create, Update or Delete.");
      };
    } catch (RuntimeException e) {
      // The boundary of the process: without an answer the stack would hang for an hour.
      return event.failed(String.valueOf(e.getMessage()));
    }
  }

  private byte[] provided(CustomResourceEvent event, BiFunction<String, Long, KeyRing> signingKey) {
    var parameter = event.property("SigningKeyParameter");
    long generation = generation(event.property("Generation"));
    event.texts("RandomSecrets").forEach(secrets::provideRandom);
    var ring = signingKey.apply(parameter, generation);
    return event.succeeded(parameter, Map.of("Jwks", ring.publicKeys()));
  }

  private static long generation(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Generation must be a whole number, not '" + text + "'.", e);
    }
  }
}
