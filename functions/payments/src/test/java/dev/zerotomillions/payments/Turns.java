package dev.zerotomillions.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * An order in which threads take turns, one outside call at a time, drawn from a seed: the same
 * seed gives the same interleaving.
 */
final class Turns implements Points.Guard {
  private final Random random;
  private final List<Semaphore> waiting = new ArrayList<>();
  private int running;

  Turns(long seed, int threads) {
    random = new Random(seed);
    running = threads;
  }

  @Override
  public void pass() {
    var mine = new Semaphore(0);
    synchronized (this) {
      waiting.add(mine);
      running--;
      next();
    }
    mine.acquireUninterruptibly();
  }

  /** A thread has come to its end. */
  synchronized void leave() {
    running--;
    next();
  }

  private void next() {
    if (running == 0 && !waiting.isEmpty()) {
      running++;
      waiting.remove(random.nextInt(waiting.size())).release();
    }
  }
}
