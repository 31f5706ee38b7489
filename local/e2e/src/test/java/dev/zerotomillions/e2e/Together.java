package dev.zerotomillions.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What several clients do at once, each on a thread of its own. */
final class Together {
  private Together() {}

  /** Gives what came of each, and fails if one did. */
  static <T> List<T> all(List<? extends Callable<T>> deeds)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (var done : threads.invokeAll(deeds)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
