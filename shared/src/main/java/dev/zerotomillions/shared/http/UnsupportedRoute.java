package dev.zerotomillions.shared.http;

/** A controller asks for what no function can give it; the message says what to change. */
public final class UnsupportedRoute extends RuntimeException {
  UnsupportedRoute(String message) {
    super(message);
  }
}
