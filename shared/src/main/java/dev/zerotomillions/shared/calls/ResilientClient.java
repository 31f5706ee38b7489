package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.resilience.RetryBudget;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service, called with retries that neither the callee nor the caller has to fear. */
final class ResilientClient implements ServiceClient {
  private static final Logger LOG = LoggerFactory.getLogger(ResilientClient.class);

  private final String service;
  private final Transport transport;
  private final Guard guard;
  private final CallPolicy policy;
  private final RetryBudget budget;
  private final Means means;
  private final InstantSource clock;

  ResilientClient(
      String service, Transport transport, Guard guard, CallPolicy policy, Means means) {
    this.service = service;
    this.transport = transport;
    this.guard = guard;
    this.policy = policy;
    this.budget = RetryBudget.of(policy.budget());
    this.means = means;
    this.clock = means.clock();
  }

  @Override
  public CallAnswer send(ServiceCall call, Deadline deadline) {
    byte[] body = call.body() == null ? new byte[0] : Json.write(call.body());
    for (int attempt = 1; ; attempt++) {
      Duration timeout = shorter(policy.tryTimeout(), deadline.remaining(clock));
      if (timeout.toMillis() == 0) {
        throw failed(call, attempt - 1, "no time was left");
      }
      switch (guard.pass(timeout, () -> once(call, body, timeout))) {
        case Try.Answered answered -> {
          budget.earn();
          return answered.answer();
        }
        case Try.Failed failure -> pauseOrFail(call, attempt, failure, deadline);
      }
    }
  }

  private Try once(ServiceCall call, byte[] body, Duration timeout) {
    try {
      return Try.of(
          transport.exchange(call, body, CallHeaders.of(timeout, body.length > 0), timeout));
    } catch (IOException e) {
      return Try.of(e);
    }
  }

  private void pauseOrFail(ServiceCall call, int attempt, Try.Failed failure, Deadline deadline) {
    Duration jittered = policy.backoff().delay(attempt, means.random());
    Duration pause = jittered.compareTo(failure.retryAfter()) < 0 ? failure.retryAfter() : jittered;
    // Whoever wants to be left alone for longer is down: waiting would only pile requests up.
    boolean isDown = failure.retryAfter().compareTo(policy.backoff().longest()) > 0;
    if (attempt == policy.tries()
        || isDown
        || pause.compareTo(deadline.remaining(clock)) >= 0
        || !budget.take()) {
      throw failed(call, attempt, failure.why());
    }
    LOG.info(
        "Retrying {} {} in {} ms: {}", call.method(), call.path(), pause.toMillis(), failure.why());
    means.metrics().count("CallRetries");
    means.sleeper().sleep(pause);
  }

  private CallFailed failed(ServiceCall call, int tries, String why) {
    means.metrics().count("CallFailures");
    LOG.warn("{} {} failed after {} tries: {}", call.method(), call.path(), tries, why);
    return new CallFailed(service);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
