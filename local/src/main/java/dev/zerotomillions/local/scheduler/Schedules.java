package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All schedules, and what each is to do next.
 *
 * <p>One that was to happen once, and whose time came while the emulator did not run, happens late;
 * that it happened is on disk. Of one that recurs, what was missed is left out.
 */
final class Schedules {
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /**
   * What a schedule is to do next.
   *
   * @param time the time that it is due for
   * @param from when it is tried
   * @param failures how often it was tried in vain
   */
  private record Due(Instant time, Instant from, int failures) {
    Due later(Instant now) {
      Duration backoff = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures, 10));
      boolean longest = backoff.compareTo(LONGEST_BACKOFF) > 0;
      return new Due(time, now.plus(longest ? LONGEST_BACKOFF : backoff), failures + 1);
    }
  }

  private record Entry(Schedule schedule, Optional<Due> due) {}

  private final Delivery delivery;
  private final StateFile done;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final SortedMap<String, Entry> entries = new TreeMap<>();

  /**
   * @param done those that were to happen once and did
   * @param notices takes a line for each invocation that could not be handed over
   */
  Schedules(Delivery delivery, StateFile done, InstantSource clock, Consumer<String> notices) {
    this.delivery = delivery;
    this.done = done;
    this.clock = clock;
    this.notices = notices;
  }

  /** Puts a schedule in the place of one of the same name. */
  synchronized void put(Schedule schedule) {
    entries.put(schedule.arn(), new Entry(schedule, firstDue(schedule)));
  }

  synchronized void remove(String arn) {
    entries.remove(arn);
    ObjectNode all = done.read();
    if (all.remove(arn) != null) {
      done.write(all);
    }
  }

  synchronized Optional<Schedule> find(String arn) {
    return Optional.ofNullable(entries.get(arn)).map(Entry::schedule);
  }

  synchronized List<Schedule> in(String region) {
    return entries.values().stream()
        .map(Entry::schedule)
        .filter(each -> each.region().equals(region))
        .toList();
  }

  /** Does all that is due. */
  synchronized void tick() {
    Instant now = clock.instant();
    for (Entry entry : new ArrayList<>(entries.values())) {
      Schedule schedule = entry.schedule();
      Optional<Due> due = entry.due().filter(each -> schedule.enabled());
      if (due.isPresent() && !due.get().from().isAfter(now)) {
        entries.put(schedule.arn(), new Entry(schedule, done(schedule, due.get(), now)));
      }
    }
  }

  private Optional<Due> done(Schedule schedule, Due due, Instant now) {
    Optional<String> failure = delivery.send(schedule, due.time(), due.failures() + 1);
    boolean again =
        failure.isPresent()
            && due.failures() < schedule.retries().attempts()
            && now.isBefore(due.time().plus(schedule.retries().maximumAge()));
    if (again) {
      return Optional.of(due.later(now));
    }
    failure.ifPresent(
        why ->
            notices.accept(
                "Schedule %s did not invoke its target at %s: %s"
                    .formatted(schedule.name(), due.time(), why)));
    if (schedule.expression() instanceof Expression.At) {
      done.write(done.read().put(schedule.arn(), due.time().toString()));
    }
    return next(schedule, now);
  }

  private Optional<Due> firstDue(Schedule schedule) {
    boolean once = schedule.expression() instanceof Expression.At;
    return once && !done.read().has(schedule.arn())
        ? next(schedule, schedule.created())
        : next(schedule, clock.instant());
  }

  private static Optional<Due> next(Schedule schedule, Instant after) {
    return schedule.next(after).map(time -> new Due(time, time, 0));
  }
}
