package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments that there are, and those of them that are idle.
 *
 * <p>A laptop isn't a region. There are never more than {@code most}, and no version has more than
 * half of them, so that functions which call others leave some to these. Where another is wanted,
 * the one that has been idle longest goes; a version that has some already takes none that was used
 * just now, unless from one that has more. Nor are more than {@code starts} started at once, which
 * would only make each look slow: whoever waits for a start takes what comes free before.
 */
final class Environments {

  /** What an invocation gets: an idle environment, or leave to start one. */
  sealed interface Lease {
    /** An environment that was idle. */
    record Idle(Environment environment) implements Lease {}

    /** Leave to start one. */
    record Slot() implements Lease {}

    /** Neither: all are busy. */
    record None() implements Lease {}
  }

  /** For so long an idle environment is likely to be wanted again. */
  private static final Duration JUST_USED = Duration.ofSeconds(10);

  private final int most;
  private final int starts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Set<Environment> running = new HashSet<>();
  private final Map<Environment, Long> idleSince = new HashMap<>();
  private final Map<String, Deque<Environment>> idle = new HashMap<>();
  private final Map<String, Integer> kept = new HashMap<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Line line = new Line();
  private int starting;

  Environments(int most, int starts) {
    this.most = most;
    this.starts = starts;
  }

  /** Takes an idle environment of this version, unless others have been waiting for it. */
  Optional<Environment> takeIdle(FunctionVersion version) {
    lock.lock();
    try {
      return line.hasAny(version.revision()) ? Optional.empty() : poll(version.revision());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes an idle environment, or leave to start one, waiting for its turn.
   *
   * @param patience how long to wait while there is no place for another
   */
  Lease lease(FunctionVersion version, Duration patience) throws InterruptedException {
    var revision = version.revision();
    var left = patience.toNanos();
    Optional<Environment> victim;
    lock.lock();
    var place = line.join(revision);
    try {
      while (true) {
        if (line.isFirstOfItsVersion(place)) {
          var environment = poll(revision);
          if (environment.isPresent()) {
            return new Lease.Idle(environment.get());
          }
        }
        if (hasPlace(revision)) {
          if (mayStartNow(place)) {
            victim = isFull() ? victim(revision) : Optional.empty();
            victim.ifPresent(this::forget);
            beginStart(revision);
            break;
          }
          freed.await();
        } else if (left > 0) {
          left = freed.awaitNanos(left);
        } else {
          return new Lease.None();
        }
      }
    } finally {
      line.leave(place);
      freed.signalAll();
      lock.unlock();
    }
    victim.ifPresent(Environment::end);
    return new Lease.Slot();
  }

  /** Takes leave to start one in place of one that has failed to start, and so has left its own. */
  void leaseAgain(FunctionVersion version) throws InterruptedException {
    lock.lock();
    try {
      while (starting >= starts) {
        freed.await();
      }
      beginStart(version.revision());
    } finally {
      lock.unlock();
    }
  }

  /** An environment was launched by someone who had leave to. */
  void launched(Environment environment) {
    locked(
        () -> {
          slots.merge(environment.version().revision(), -1, Environments::sumOrNone);
          if (!environment.isOver()) {
            running.add(environment);
          }
        });
  }

  /** A start has ended, one way or the other: the next may begin. */
  void startEnded() {
    locked(
        () -> {
          starting--;
          freed.signalAll();
        });
  }

  /** An environment can be given an invocation. */
  void idle(Environment environment) {
    locked(
        () -> {
          if (running.contains(environment) && !environment.isRetired()) {
            idle.computeIfAbsent(environment.version().revision(), key -> new ArrayDeque<>())
                .addLast(environment);
            idleSince.put(environment, System.nanoTime());
          }
          freed.signalAll();
        });
  }

  void ended(Environment environment) {
    locked(
        () -> {
          running.remove(environment);
          forgetIdle(environment);
          freed.signalAll();
        });
  }

  /** Ends a version's environments: idle ones now, busy ones once they have answered. */
  void retire(FunctionVersion version) {
    var retired = new ArrayList<Environment>();
    locked(
        () -> {
          for (var each : running) {
            if (each.version().revision().equals(version.revision())) {
              each.retire();
              retired.add(each);
            }
          }
          retired.forEach(this::forgetIdle);
        });
    retired.forEach(Environment::endIfIdle);
  }

  /** Keeps as many of a version's environments from being ended when idle. */
  void keep(FunctionVersion version, int count) {
    locked(
        () -> {
          if (count > 0) {
            kept.put(version.revision(), count);
          } else {
            kept.remove(version.revision());
          }
        });
  }

  /** Takes leave to start an environment of those to keep, if one is missing and there is room. */
  boolean claimKept(FunctionVersion version) {
    lock.lock();
    try {
      var standing = running.stream().filter(this::isKept).toList();
      var own =
          standing.stream()
              .filter(each -> each.version().revision().equals(version.revision()))
              .count();
      if (own >= kept.getOrDefault(version.revision(), 0)
          || standing.size() >= most / 2
          || starting >= starts
          || isFull()) {
        return false;
      }
      beginStart(version.revision());
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the environments that have been idle for longer than {@code limit}. */
  void reap(Duration limit) {
    var old = new ArrayList<Environment>();
    locked(
        () -> {
          var now = System.nanoTime();
          idleSince.forEach(
              (environment, since) -> {
                if (now - since >= limit.toNanos() && !isKept(environment)) {
                  old.add(environment);
                }
              });
          old.forEach(this::forgetIdle);
          freed.signalAll(); // what was used just now, was used a while ago by and by
        });
    old.forEach(Environment::end);
  }

  List<Environment> running() {
    lock.lock();
    try {
      return List.copyOf(running);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Environment> poll(String revision) {
    var queue = idle.get(revision);
    while (queue != null && !queue.isEmpty()) {
      var environment = queue.removeLast();
      idleSince.remove(environment);
      if (environment.isAlive()) {
        return Optional.of(environment);
      }
    }
    return Optional.empty();
  }

  private boolean isFull() {
    return running.size() + slots.values().stream().mapToInt(each -> each).sum() >= most;
  }

  private int count(String revision) {
    var launched =
        running.stream().filter(each -> each.version().revision().equals(revision)).count();
    return (int) launched + slots.getOrDefault(revision, 0);
  }

  private boolean hasPlace(String revision) {
    return count(revision) < Math.max(1, most / 2) && (!isFull() || victim(revision).isPresent());
  }

  private boolean mayStartNow(Line.Place place) {
    return starting < starts
        && line.next(this::hasPlace, this::count).filter(place::equals).isPresent();
  }

  private void beginStart(String revision) {
    slots.merge(revision, 1, Integer::sum);
    starting++;
  }

  private void forget(Environment environment) {
    forgetIdle(environment);
    running.remove(environment);
  }

  private static @Nullable Integer sumOrNone(int one, int other) {
    return one + other == 0 ? null : one + other;
  }

  /** The environment that a version may have another in place of. */
  private Optional<Environment> victim(String revision) {
    var own = count(revision);
    var now = System.nanoTime();
    return idleSince.entrySet().stream()
        .filter(
            each ->
                own == 0
                    || now - each.getValue() >= JUST_USED.toNanos()
                    || count(each.getKey().version().revision()) > own + 1)
        .min(
            Comparator.<Map.Entry<Environment, Long>, Boolean>comparing(
                    each -> isKept(each.getKey()))
                .thenComparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  private boolean isKept(Environment environment) {
    return environment.initType() == InitType.PROVISIONED
        && kept.containsKey(environment.version().revision());
  }

  private void forgetIdle(Environment environment) {
    idleSince.remove(environment);
    var queue = idle.get(environment.version().revision());
    if (queue != null) {
      queue.remove(environment);
      if (queue.isEmpty()) {
        idle.remove(environment.version().revision());
      }
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
