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
 * <p>There are never more than {@code most}: a laptop isn't a region. Where another is wanted, the
 * one that has been idle longest goes.
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

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Set<Environment> running = new HashSet<>();
  private final Map<Environment, Long> idleSince = new HashMap<>();
  private final Map<String, Deque<Environment>> idle = new HashMap<>();
  private final Map<String, Integer> kept = new HashMap<>();
  private int slots;

  Environments(int most) {
    this.most = most;
  }

  /** Takes an idle environment of this version, the one used last. */
  Optional<Environment> takeIdle(FunctionVersion version) {
    lock.lock();
    try {
      var queue = idle.get(version.revision());
      while (queue != null && !queue.isEmpty()) {
        var environment = queue.removeLast();
        idleSince.remove(environment);
        if (environment.isAlive()) {
          return Optional.of(environment);
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes an idle environment, or leave to start one, waiting a while if there is neither. */
  Lease lease(FunctionVersion version, Duration patience) throws InterruptedException {
    var left = patience.toNanos();
    while (true) {
      @Nullable Environment victim;
      lock.lock();
      try {
        var environment = takeIdle(version);
        if (environment.isPresent()) {
          return new Lease.Idle(environment.get());
        }
        victim = null;
        if (running.size() + slots >= most) {
          victim = longestIdle().orElse(null);
          if (victim == null) {
            if (left <= 0) {
              return new Lease.None();
            }
            left = freed.awaitNanos(left);
            continue;
          }
          forgetIdle(victim);
          running.remove(victim);
        }
        slots++;
      } finally {
        lock.unlock();
      }
      if (victim != null) {
        victim.end();
      }
      return new Lease.Slot();
    }
  }

  /** Takes leave to start one at once, in place of one that has failed to start. */
  void claim() {
    locked(() -> slots++);
  }

  /** Gives back leave to start one. */
  void disclaim() {
    locked(
        () -> {
          slots--;
          freed.signalAll();
        });
  }

  /** An environment was started in a slot. */
  void started(Environment environment) {
    locked(
        () -> {
          slots--;
          if (!environment.isOver()) {
            running.add(environment);
          }
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
          || running.size() + slots >= most) {
        return false;
      }
      slots++;
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

  private Optional<Environment> longestIdle() {
    return idleSince.entrySet().stream()
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
