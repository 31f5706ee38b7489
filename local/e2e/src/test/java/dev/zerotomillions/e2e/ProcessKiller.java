package dev.zerotomillions.e2e;

import java.util.Comparator;
import java.util.Random;

/**
 * Kills processes of functions, picked at random. It strikes after every so many events rather than
 * seconds, so that a slow machine is not asked to start more than it can.
 */
final class ProcessKiller {
  /** In the command of the emulator's one child that is no function: the database's engine. */
  private static final String ENGINE = "dynamodb-launcher";

  private final ProcessHandle emulator;
  private final int pause;
  private final Random random;
  private int events;
  private int killed;

  ProcessKiller(ProcessHandle emulator, int pause, long seed) {
    this.emulator = emulator;
    this.pause = pause;
    this.random = new Random(seed);
  }

  /** Something happened: each so many times, a process dies of it. */
  synchronized void event() {
    events++;
    if (events % pause == 0) {
      killOne();
    }
  }

  private void killOne() {
    var functions =
        emulator
            .descendants()
            .filter(ProcessKiller::runsFunction)
            .sorted(Comparator.comparingLong(ProcessHandle::pid))
            .toList();
    if (!functions.isEmpty() && functions.get(random.nextInt(functions.size())).destroyForcibly()) {
      killed++;
    }
  }

  private static boolean runsFunction(ProcessHandle process) {
    return process.info().commandLine().map(line -> !line.contains(ENGINE)).orElse(false);
  }

  synchronized int killed() {
    return killed;
  }
}
