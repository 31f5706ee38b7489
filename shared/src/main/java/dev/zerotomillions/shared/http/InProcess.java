package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.Transport;
import io.micronaut.context.BeanContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The way to a service in the same process: the call takes the path of a request from the gateway,
 * on the caller's thread and within the caller's correlation.
 */
@Singleton
@Named(Transport.IN_PROCESS)
final class InProcess implements Transport {
  private final ApiPipeline pipeline;
  private final InstantSource clock;

  InProcess(BeanContext context, InstantSource clock) {
    this.pipeline = new ApiPipeline(context);
    this.clock = clock;
  }

  /** The timeout ends no call here, but those which the callee makes. */
  @Override
  public CallAnswer exchange(
      ServiceCall call, byte[] body, Map<String, String> headers, Duration timeout) {
    ApiEvent event =
        new ApiEvent(
            call.method(),
            call.path(),
            call.query(),
            Map.of(),
            headers,
            body.length == 0 ? null : new String(body, StandardCharsets.UTF_8),
            false,
            "",
            new ServiceCaller(ServiceCaller.IN_PROCESS));
    try (Deadline.Scope _ = Deadline.within(timeout, clock).enter()) {
      ApiAnswer answer = pipeline.answer(event);
      return new CallAnswer(answer.status(), answer.headers(), answer.body());
    }
  }
}
