package dev.zerotomillions.payments;

import dev.zerotomillions.shared.calls.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stripe's API over the JDK's own connections, which the database's client has loaded already:
 * Stripe's library would add more classes than all of ours.
 */
final class StripeHttp {
  private static final Logger LOG = LoggerFactory.getLogger(StripeHttp.class);

  /** Pinned, so that an upgrade of the account changes nothing under us. */
  private static final String API_VERSION = "2025-09-30.clover";

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** Less is no use: the answer would come too late to be written down. */
  private static final Duration LEAST = Duration.ofMillis(100);

  private final String url;
  private final ProviderSecret key;
  private final ProviderCircuit circuit;
  private final InstantSource clock;

  StripeHttp(String url, ProviderSecret key, ProviderCircuit circuit, InstantSource clock) {
    this.url = url;
    this.key = key;
    this.circuit = circuit;
    this.clock = clock;
  }

  StripeAnswer get(String path, Deadline deadline) {
    return circuit.pass(() -> exchange("GET", path, Map.of(), null, deadline));
  }

  StripeAnswer post(String path, Map<String, String> form, String callKey, Deadline deadline) {
    return circuit.pass(
        () ->
            exchange(
                "POST", path, Map.of("Idempotency-Key", callKey), StripeForm.of(form), deadline));
  }

  private StripeAnswer exchange(
      String method,
      String path,
      Map<String, String> headers,
      byte @Nullable [] body,
      Deadline deadline) {
    var left = deadline.remaining(clock);
    if (left.compareTo(LEAST) < 0) {
      throw ProviderUnavailable.withoutAnswer();
    }
    try {
      var connection = connection(method, path, left);
      headers.forEach(connection::setRequestProperty);
      if (body != null) {
        connection.setDoOutput(true);
        // Else the JDK sends a POST whose connection broke a second time by itself.
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
          out.write(body);
        }
      }
      return answer(connection);
    } catch (IOException e) {
      // The cause names the address at most, never what was sent.
      LOG.warn("The payment provider gave no answer to {} {}: {}", method, path, e.toString());
      throw ProviderUnavailable.withoutAnswer();
    }
  }

  private HttpURLConnection connection(String method, String path, Duration left)
      throws IOException {
    var connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
    connection.setConnectTimeout((int) Math.min(CONNECT.toMillis(), left.toMillis()));
    connection.setReadTimeout((int) left.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", "Bearer " + key.value());
    connection.setRequestProperty("Stripe-Version", API_VERSION);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private static StripeAnswer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      var text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return StripeAnswer.of(status, text);
    }
  }
}
