package dev.zerotomillions.local.web;

import java.nio.charset.StandardCharsets;

/** An HTTP response, held whole. The server adds {@code Date} and {@code Content-Length}. */
public record WebResponse(int status, WebHeaders headers, byte[] body) {

  public static WebResponse json(int status, String body) {
    return new WebResponse(
        status,
        WebHeaders.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  public static WebResponse text(int status, String body) {
    return new WebResponse(
        status,
        WebHeaders.of("Content-Type", "text/plain; charset=utf-8"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** This response with one more header. */
  public WebResponse and(String name, String value) {
    return new WebResponse(status, headers.and(name, value), body);
  }
}
