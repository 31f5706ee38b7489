package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts webhooks by HTTP to {@code WEBHOOK_URL}. */
@Singleton
final class HttpDelivery implements Delivery {
  static final Duration CONNECT = Duration.ofSeconds(1);
  static final Duration READ = Duration.ofSeconds(8);

  private final Settings settings;

  HttpDelivery(Settings settings) {
    this.settings = settings;
  }

  @Override
  public int post(String body, String signature) throws IOException {
    var receiver = URI.create(settings.required("WEBHOOK_URL")).toURL();
    var connection = (HttpURLConnection) receiver.openConnection();
    connection.setConnectTimeout((int) CONNECT.toMillis());
    connection.setReadTimeout((int) READ.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
    connection.setRequestProperty("Stripe-Signature", signature);
    connection.setDoOutput(true);
    try (var out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    // Read to its end, so that the connection can be used again.
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in != null) {
        in.readAllBytes();
      }
    }
    return status;
  }
}
