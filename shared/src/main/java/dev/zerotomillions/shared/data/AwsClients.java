package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.observe.Traces;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS clients, told everything that they would otherwise search for at each cold start: region,
 * credentials, endpoint and the HTTP client.
 */
@Factory
final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration READ = Duration.ofSeconds(3);
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  @Singleton
  SdkHttpClient http(Settings settings) {
    String endpoint = settings.optional(ENDPOINT);
    // The SDK's own connections read the trust store at once, a seventh of a cold start.
    return endpoint != null && endpoint.startsWith("http:")
        ? UrlConnectionHttpClient.create(AwsClients::withoutTls)
        : UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();
  }

  private static HttpURLConnection withoutTls(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) CONNECT.toMillis());
      connection.setReadTimeout((int) READ.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't connect to " + uri, e);
    }
  }

  @Singleton
  AwsCredentialsProvider credentials(Settings settings) {
    // A function restored by SnapStart gets its credentials from an endpoint, others from
    // variables.
    return settings.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
        ? StaticCredentialsProvider.create(ofVariables(settings))
        : ContainerCredentialsProvider.create();
  }

  private static AwsCredentials ofVariables(Settings settings) {
    String accessKey = settings.required("AWS_ACCESS_KEY_ID");
    String secretKey = settings.required("AWS_SECRET_ACCESS_KEY");
    String token = settings.optional("AWS_SESSION_TOKEN");
    return token == null
        ? AwsBasicCredentials.create(accessKey, secretKey)
        : AwsSessionCredentials.create(accessKey, secretKey, token);
  }

  @Singleton
  DynamoDbClient dynamoDb(
      Settings settings, SdkHttpClient http, AwsCredentialsProvider credentials, Traces traces) {
    return configured(DynamoDbClient.builder().httpClient(http), settings, credentials, traces)
        .build();
  }

  @Singleton
  SqsClient sqs(
      Settings settings, SdkHttpClient http, AwsCredentialsProvider credentials, Traces traces) {
    return configured(SqsClient.builder().httpClient(http), settings, credentials, traces).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(
      B builder, Settings settings, AwsCredentialsProvider credentials, Traces traces) {
    builder
        .region(Region.of(settings.required("AWS_REGION")))
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration(traces));
    String endpoint = settings.optional(ENDPOINT);
    return endpoint == null ? builder : builder.endpointOverride(URI.create(endpoint));
  }

  private static ClientOverrideConfiguration configuration(Traces traces) {
    ClientOverrideConfiguration.Builder configuration =
        ClientOverrideConfiguration.builder()
            // Three tries; a gateway waits half a minute, and clients retry as well.
            .retryStrategy(RetryMode.STANDARD)
            .defaultProfileFile(ProfileFile.aggregator().build());
    if (traces.enabled()) {
      configuration.addExecutionInterceptor(new TracedCalls(traces));
    }
    return configuration.build();
  }
}
