package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.InvocationTrace;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An invocation on its way through an execution environment. */
public final class InFlight {
  private final String requestId;
  private final String invokedArn;
  private final byte[] payload;
  private final Optional<String> clientContext;
  private final InvocationTrace trace;
  private final CompletableFuture<Invocation> answer = new CompletableFuture<>();
  private final CompletableFuture<byte[]> logged = new CompletableFuture<>();
  private final LogTail tail = new LogTail();
  private final AtomicBoolean completed = new AtomicBoolean();
  private volatile Runnable whenAnswered = () -> {};
  private volatile Consumer<Invocation> whenEnded = answer -> {};
  private volatile Optional<Duration> init = Optional.empty();
  private volatile long begun;
  private volatile long ended;

  /**
   * @param invokedArn the function as the caller named it, in full
   * @param clientContext the caller's client context as JSON
   * @param trace its place in a trace
   */
  public InFlight(
      String requestId,
      String invokedArn,
      byte[] payload,
      Optional<String> clientContext,
      InvocationTrace trace) {
    this.requestId = requestId;
    this.invokedArn = invokedArn;
    this.payload = payload;
    this.clientContext = clientContext;
    this.trace = trace;
  }

  /** A new request id. */
  public static String newRequestId() {
    var random = ThreadLocalRandom.current();
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L)
        .toString();
  }

  public String requestId() {
    return requestId;
  }

  /** How it ends, or that it took longer than the caller waits. */
  public Invocation answer(Duration patience) throws InterruptedException {
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Invocation.TookTooLong(requestId);
    } catch (ExecutionException e) {
      throw new IllegalStateException("An invocation never ends in an exception", e);
    }
  }

  /** The last 4 KB of its log. It is complete shortly after the answer is there. */
  public byte[] logTail(Duration patience) throws InterruptedException {
    try {
      return logged.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return tail.bytes();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A log never ends in an exception", e);
    }
  }

  /** Runs {@code action} before anyone learns the answer. */
  void whenAnswered(Runnable action) {
    whenAnswered = action;
  }

  /** Tells the answer to one who watches, after the caller. */
  public void whenEnded(Consumer<Invocation> watcher) {
    whenEnded = watcher;
  }

  /** Tells the answer, unless there was one already. */
  public void complete(Invocation invocation) {
    if (completed.compareAndSet(false, true)) {
      whenAnswered.run();
      answer.complete(invocation);
      whenEnded.accept(invocation);
      if (begun == 0) {
        logged.complete(tail.bytes());
      }
    }
  }

  void log(String line) {
    tail.add(line);
  }

  void logComplete() {
    logged.complete(tail.bytes());
  }

  /** An environment was started for it. */
  void waitedFor(Duration initialisation) {
    init = Optional.of(initialisation);
  }

  /** How long an environment took to start for it, if one did. */
  public Optional<Duration> init() {
    return init;
  }

  public InvocationTrace trace() {
    return trace;
  }

  /** Whether a function has worked on it. */
  public boolean hasBegun() {
    return begun != 0;
  }

  void begin() {
    begun = System.nanoTime();
  }

  void end() {
    ended = System.nanoTime();
  }

  /** How long it ran; nothing if it never did. */
  public Duration duration() {
    return Duration.ofNanos(Math.max(0, ended - begun));
  }

  /** What the runtime is told. */
  RuntimeReply event(FunctionVersion version) {
    var now = System.currentTimeMillis();
    var headers =
        new java.util.HashMap<>(
            Map.of(
                "Lambda-Runtime-Aws-Request-Id",
                requestId,
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(now + version.timeout() * 1000L),
                "Lambda-Runtime-Invoked-Function-Arn",
                invokedArn,
                "Lambda-Runtime-Trace-Id",
                trace.header()));
    clientContext.ifPresent(json -> headers.put("Lambda-Runtime-Client-Context", json));
    return new RuntimeReply(200, headers, payload);
  }
}
