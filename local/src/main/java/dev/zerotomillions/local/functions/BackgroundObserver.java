package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Observers that see everything a moment later, on a thread of their own, so that no invocation
 * waits for them. When they can't keep up, they miss something rather than slow the functions.
 */
public final class BackgroundObserver implements FunctionObserver, AutoCloseable {
  private static final int MOST_WAITING = 20_000;

  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final List<FunctionObserver> observers;
  private final Thread thread;

  public BackgroundObserver(List<FunctionObserver> observers) {
    this.observers = List.copyOf(observers);
    this.thread = Thread.ofPlatform().daemon().name("telemetry").start(this::work);
  }

  @Override
  public void ended(EndedInvocation invocation) {
    later(() -> observers.forEach(each -> each.ended(invocation)));
  }

  @Override
  public void printed(FunctionVersion version, String line) {
    later(() -> observers.forEach(each -> each.printed(version, line)));
  }

  private void later(Runnable sight) {
    var unused = waiting.offer(sight);
  }

  private void work() {
    try {
      while (true) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
