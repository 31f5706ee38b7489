package dev.zerotomillions.local.web;

import java.io.IOException;

/** A message that breaks HTTP/1.1 or exceeds a limit; the connection ends with the given status. */
final class BadMessage extends IOException {
  private static final long serialVersionUID = 1L;
  private final int status;

  BadMessage(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
