package dev.zerotomillions.shared.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time, each on a thread of its own. */
public final class AtOnce {
  private AtOnce() {}

  /** Does the same so many times, and gives what came of each. */
  public static <T> List<T> times(int times, Callable<T> task)
      throws ExecutionException, InterruptedException {
    return all(Collections.nCopies(times, task));
  }

  /** Does all of it, and gives what came of each, in the order of the tasks. */
  public static <T> List<T> all(Collection<? extends Callable<T>> tasks)
      throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (var task : tasks) {
        running.add(threads.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (var future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}
