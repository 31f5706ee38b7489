package dev.zerotomillions.local.front;

import java.io.IOException;

/** Another program listens on the port that the front door was to have. */
public final class PortTaken extends IOException {
  private static final long serialVersionUID = 1L;

  PortTaken(int port, Throwable cause) {
    super(
        "Port %d is taken by another program. Stop it, or choose another port with --port."
            .formatted(port),
        cause);
  }
}
