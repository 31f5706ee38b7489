package dev.zerotomillions.local.functions.later;

import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.model.RetryRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lambda's queue of events.
 *
 * <p>A failed event is tried again after a minute and then after two, a throttled one at growing
 * intervals, until it is too old. What is left then is dropped, with a line that says so. An event
 * that was under way when the emulator was killed is invoked again: at least once, as on AWS.
 */
public final class LaterQueue implements AutoCloseable {
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

  /** Invokes a function with a request id, and waits for the answer however long it takes. */
  @FunctionalInterface
  public interface Call {
    Invocation invoke(String function, String requestId, byte[] payload)
        throws InterruptedException;
  }

  private final EventStore store;
  private final Call call;
  private final List<Duration> retryDelays;
  private final Clock clock;
  private final Consumer<String> notices;
  private final Map<String, Event> waiting = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Makes the queue, holding what an earlier run left in it until its functions arrive.
   *
   * @param notices takes a line for each event that is dropped
   */
  public LaterQueue(
      Path folder, Call call, List<Duration> retryDelays, Clock clock, Consumer<String> notices) {
    this.store = new EventStore(folder);
    this.call = call;
    this.retryDelays = List.copyOf(retryDelays);
    this.clock = clock;
    this.notices = notices;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("queued events").factory());
    store.all().forEach(event -> waiting.put(event.id(), event));
  }

  /** Accepts an event. Once this returns it is on disk. */
  public void accept(String id, String function, byte[] payload, DeployedFunction target) {
    var event = new Event(id, function, payload, clock.instant(), 0);
    store.save(event);
    attempt(event, rules(function, target), FIRST_BACKOFF);
  }

  /** Goes on with the events that an earlier run accepted for this function. */
  public void arrived(DeployedFunction function) {
    for (var event : List.copyOf(waiting.values())) {
      var name = FunctionName.parse(event.function()).map(FunctionName::name).orElse("");
      if (name.equals(function.latest().name()) && waiting.remove(event.id()) != null) {
        later(Duration.ZERO, event, rules(event.function(), function), FIRST_BACKOFF);
      }
    }
  }

  /** Stops; what isn't done stays for the next run. */
  @Override
  public synchronized void close() {
    timer.shutdownNow();
  }

  private void attempt(Event event, RetryRules rules, Duration backoff) {
    Thread.ofVirtual().name("event " + event.id()).start(() -> invoke(event, rules, backoff));
  }

  private void invoke(Event event, RetryRules rules, Duration backoff) {
    try {
      conclude(event, rules, backoff, call.invoke(event.function(), event.id(), event.payload()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Draws the consequences, unless the emulator is ending: then this may be why it failed. */
  private synchronized void conclude(
      Event event, RetryRules rules, Duration backoff, Invocation answer) {
    if (!timer.isShutdown()) {
      switch (answer) {
        case Invocation.Failed failed -> retry(event.failedOnceMore(), rules);
        case Invocation.Throttled throttled -> backOff(event, rules, backoff);
        // Its alias may be on its way back, after a restart or in an update.
        case Invocation.NotFound missing -> backOff(event, rules, backoff);
        default -> store.remove(event);
      }
    }
  }

  private void retry(Event event, RetryRules rules) {
    if (event.failures() > rules.retries()) {
      drop(event, "it failed %d times".formatted(event.failures()));
      return;
    }
    store.save(event);
    var delay = retryDelays.get(Math.min(event.failures(), retryDelays.size()) - 1);
    laterUnlessTooOld(delay, event, rules, FIRST_BACKOFF);
  }

  private void backOff(Event event, RetryRules rules, Duration backoff) {
    var next = backoff.multipliedBy(2);
    laterUnlessTooOld(
        backoff, event, rules, next.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : next);
  }

  private void laterUnlessTooOld(Duration delay, Event event, RetryRules rules, Duration backoff) {
    if (clock.instant().plus(delay).isAfter(event.accepted().plus(rules.maximumAge()))) {
      drop(event, "it is older than " + rules.maximumAge());
    } else {
      later(delay, event, rules, backoff);
    }
  }

  private synchronized void later(Duration delay, Event event, RetryRules rules, Duration backoff) {
    if (timer.isShutdown()) {
      return; // it stays on disk, for the next run
    }
    var unused =
        timer.schedule(() -> attempt(event, rules, backoff), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void drop(Event event, String why) {
    store.remove(event);
    notices.accept("Event %s of %s is dropped: %s".formatted(event.id(), event.function(), why));
  }

  private static RetryRules rules(String function, DeployedFunction target) {
    return target.retryRules(
        FunctionName.parse(function)
            .flatMap(FunctionName::qualifier)
            .orElse(FunctionVersion.LATEST));
  }
}
