package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** One service, called. */
final class ResilientClient implements ServiceClient {
  private final String service;
  private final Transport transport;
  private final InstantSource clock;

  ResilientClient(String service, Transport transport, InstantSource clock) {
    this.service = service;
    this.transport = transport;
    this.clock = clock;
  }

  @Override
  public CallAnswer send(ServiceCall call, Deadline deadline) {
    byte[] body = call.body() == null ? new byte[0] : Json.write(call.body());
    Duration timeout = deadline.remaining(clock);
    try {
      CallAnswer answer =
          transport.exchange(call, body, CallHeaders.of(timeout, body.length > 0), timeout);
      if (answer.status() >= 500) {
        throw new CallFailed(service);
      }
      return answer;
    } catch (IOException e) {
      throw new CallFailed(service);
    }
  }
}
