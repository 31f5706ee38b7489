package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.Limits;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process that serves one invocation at a time.
 *
 * <p>It can be given an invocation as soon as it has answered the last one; if its runtime hasn't
 * asked for the next yet, the invocation waits for that. Should the process end before, the
 * invocation never began, and goes to another environment.
 */
final class Environment implements RuntimeCalls {

  /** What becomes of an environment is told to its pool. */
  interface Pool {
    /** It has answered, and can be given another invocation. */
    void answered(Environment environment);

    /** Its process has ended, or is about to. */
    void ended(Environment environment);

    /** An invocation that it was given, but never began. */
    void returned(FunctionVersion version, InFlight invocation);
  }

  private final String id;
  private final FunctionVersion version;
  private final InitType initType;
  private final Pool pool;
  private final Timeouts timeouts;
  private final EnvironmentLog log;
  private final Initialisation initialisation;
  private volatile @Nullable Child child;
  private @Nullable WaitingRuntime parked;
  private @Nullable WaitingRuntime reader;
  private @Nullable InFlight assigned;
  private @Nullable InFlight unreported;
  private @Nullable Future<?> timer;
  private String status = "";
  private boolean delivered;
  private volatile boolean retired;
  private volatile boolean over;

  Environment(
      String id,
      FunctionVersion version,
      InitType initType,
      Pool pool,
      Timeouts timeouts,
      FunctionLogs logs) {
    this.id = id;
    this.version = version;
    this.initType = initType;
    this.pool = pool;
    this.timeouts = timeouts;
    this.log = new EnvironmentLog(version, logs);
    this.initialisation = new Initialisation(initType, log);
  }

  String id() {
    return id;
  }

  FunctionVersion version() {
    return version;
  }

  InitType initType() {
    return initType;
  }

  EnvironmentLog log() {
    return log;
  }

  /** Takes charge of its process, which has just been started. */
  synchronized void runIn(Child process) {
    child = process;
    log.writtenBy(process);
    Thread.ofVirtual().name("end of " + id).start(() -> exited(process.exit().join()));
  }

  /** Its process could not be started: it is over before it began. */
  void notStarted(String why) {
    over = true;
    initialisation.notStarted(why);
  }

  /** How its initialisation ends; one that takes longer than {@code limit} is broken off. */
  InitOutcome awaitInit(Duration limit) throws InterruptedException {
    var outcome = initialisation.await(limit, version.timeout());
    if (outcome instanceof InitOutcome.Broken) {
      end();
    }
    return outcome;
  }

  Duration initDuration() {
    return initialisation.duration();
  }

  boolean isAlive() {
    var process = child;
    return !over && process != null && process.isAlive();
  }

  boolean isOver() {
    return over;
  }

  /** Gives it an invocation; false if it has ended. */
  synchronized boolean give(InFlight invocation) {
    if (over) {
      return false;
    }
    assigned = invocation;
    delivered = false;
    if (parked != null) {
      deliver(invocation, parked);
    }
    return true;
  }

  /** Makes sure that it is given no other invocation. */
  void retire() {
    retired = true;
  }

  boolean isRetired() {
    return retired;
  }

  /** Ends it if it is idle; if it is retired and busy, it ends as soon as it has answered. */
  void endIfIdle() {
    boolean idle;
    synchronized (this) {
      idle = parked != null && assigned == null;
      over |= idle; // from here on it is given nothing
    }
    if (idle) {
      end();
    }
  }

  /** Ends it now. */
  void end() {
    over = true;
    pool.ended(this);
    var process = child;
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public synchronized void next(WaitingRuntime runtime) {
    initialisation.complete();
    var served = unreported != null;
    report();
    parked = runtime;
    if (assigned != null) {
      deliver(assigned, runtime);
    } else if (retired && served) {
      over = true; // from here on it is given nothing
      Thread.ofVirtual().start(this::end);
    }
  }

  @Override
  public RuntimeReply returned(String requestId, RuntimeRequest request) {
    if (request.length() > Limits.RESPONSE) {
      answer(requestId, Failures.responseTooLarge(requestId), "error");
      return RuntimeReply.error(
          413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size");
    }
    return answer(requestId, new Invocation.Returned(requestId, request.body()), "");
  }

  @Override
  public RuntimeReply failed(String requestId, RuntimeRequest request) {
    return answer(requestId, Failures.byHandler(requestId, request.body()), "error");
  }

  @Override
  public RuntimeReply initFailed(RuntimeRequest request) {
    initialisation.fail(request);
    return RuntimeReply.ACCEPTED;
  }

  @Override
  public RuntimeReply restore() {
    initialisation.checkpoint();
    return RuntimeReply.json(200, "{}");
  }

  private RuntimeReply answer(String requestId, Invocation answer, String newStatus) {
    InFlight invocation;
    synchronized (this) {
      if (assigned == null || !delivered || !assigned.requestId().equals(requestId)) {
        // A second word on an invocation that has been answered, or has timed out.
        return RuntimeReply.ACCEPTED;
      }
      invocation = assigned;
      settle(invocation);
      unreported = invocation;
      status = newStatus;
    }
    pool.answered(this);
    invocation.complete(answer);
    return RuntimeReply.ACCEPTED;
  }

  private void settle(InFlight invocation) {
    invocation.end();
    assigned = null;
    delivered = false;
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void report() {
    if (unreported != null) {
      log.finish(unreported, status);
      unreported = null;
    }
  }

  private void deliver(InFlight invocation, WaitingRuntime runtime) {
    log.begin(invocation);
    invocation.begin();
    timer = timeouts.after(Duration.ofSeconds(version.timeout()), () -> timedOut(invocation));
    parked = null;
    delivered = true;
    reader = runtime;
    try {
      runtime.send(invocation.event(version));
    } catch (IOException e) {
      // The process is ending: it can't have read a whole event.
      delivered = false;
      timer.cancel(false);
    }
  }

  private void timedOut(InFlight invocation) {
    synchronized (this) {
      if (assigned != invocation) {
        return;
      }
      settle(invocation);
      over = true;
      log.timedOut(invocation);
    }
    pool.ended(this);
    invocation.complete(Failures.timedOut(invocation.requestId(), version.timeout()));
    end();
  }

  private void exited(int code) {
    @Nullable InFlight invocation;
    boolean begun;
    synchronized (this) {
      over = true;
      log.passOnOutput();
      report();
      invocation = assigned;
      begun = delivered && reader != null && reader.hadRead();
      if (invocation != null) {
        settle(invocation);
        if (begun) {
          log.exited(invocation, code);
        }
      }
    }
    initialisation.exited(code);
    pool.ended(this);
    if (invocation != null && begun) {
      invocation.complete(Failures.exited(invocation.requestId(), code));
    } else if (invocation != null) {
      pool.returned(version, invocation);
    }
  }

  /** What the first report says on how long it took to start. */
  void reportStart(Optional<Duration> init) {
    log.started(init, initialisation.restoreDuration());
  }
}
