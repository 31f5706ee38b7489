package dev.zerotomillions.e2e;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Clients who do the same again and again, each on its own, until they are closed. */
final class Crowd implements AutoCloseable {
  private final ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<? extends Future<?>> clients;
  private volatile boolean closed;

  /** What one of them does. */
  @FunctionalInterface
  interface Deed {
    Client.Answer act(int client) throws IOException, InterruptedException;
  }

  private record Answered(Instant asked, int status) {}

  Crowd(int size, Duration pause, Deed deed) {
    clients =
        IntStream.range(0, size)
            .mapToObj(
                client ->
                    threads.submit(
                        () -> {
                          while (!closed) {
                            var asked = Instant.now();
                            answers.add(new Answered(asked, deed.act(client).status()));
                            Thread.sleep(pause);
                          }
                          return client;
                        }))
            .toList();
  }

  /** How often each status was answered to those who asked in this time. */
  Map<Integer, Integer> statuses(Instant from, Instant to) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    answers.stream()
        .filter(each -> !each.asked.isBefore(from) && each.asked.isBefore(to))
        .forEach(each -> statuses.merge(each.status, 1, Integer::sum));
    return statuses;
  }

  /** Stops them, and fails if one of them did. */
  void stop() throws InterruptedException, ExecutionException {
    closed = true;
    for (var client : clients) {
      client.get();
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.close();
  }
}
