package dev.zerotomillions.shared.secrets;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;

/** Wires the secret store to the function's own role. */
@Factory
final class SecretsFactory {

  @Singleton
  SecretStore secretStore(
      Settings settings, AwsCredentialsProvider credentials, SdkHttpClient http) {
    return new SsmSecretStore(new SsmClient(settings, credentials, http));
  }
}
