package dev.zerotomillions.local.gateway.common;

import dev.zerotomillions.local.web.WebRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * One request on its way through the gateway.
 *
 * @param path the path below the stage, still percent-encoded
 */
public record Exchange(
    WebRequest request,
    String path,
    String stage,
    String requestId,
    String extendedRequestId,
    String traceId,
    Instant at,
    long startedNanos) {
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  public static Exchange start(WebRequest request, String path, String stage, Instant at) {
    String extended = Ids.request();
    return new Exchange(
        request,
        path,
        stage,
        UUID.randomUUID().toString(),
        extended,
        request.headers().first("X-Amzn-Trace-Id", Ids.trace(at.getEpochSecond())),
        at,
        System.nanoTime());
  }

  /** The time in the common log format. */
  public String time() {
    return LOG_TIME.format(at);
  }

  /** The host that the client asked for, without the port. */
  public String domainName() {
    String host = request.headers().first("Host", "localhost");
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  public String domainPrefix() {
    String name = domainName();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The port that the client asked for. */
  public String port() {
    String host = request.headers().first("Host", "localhost");
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "80";
  }

  /** The callers on the way here, as {@code X-Forwarded-For} lists them. */
  public String forwardedFor() {
    String before = request.headers().first("X-Forwarded-For", "");
    return before.isEmpty() ? request.remoteAddress() : before + ", " + request.remoteAddress();
  }

  public long elapsedMillis() {
    return (System.nanoTime() - startedNanos) / 1_000_000;
  }
}
