package dev.zerotomillions.local.deploy;

import java.util.concurrent.atomic.AtomicInteger;

/** The machine's power supply: it can be cut at a chosen moment, and then nothing more happens. */
final class Power {

  /** What a process sees of a power cut: nothing, so no code of the project catches it. */
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  void cutAfter(int moments) {
    left.set(moments);
  }

  void restore() {
    left.set(Integer.MAX_VALUE);
  }

  boolean isCut() {
    return left.get() < 0;
  }

  /** One moment at which the power may fail. */
  void moment() {
    if (left.getAndUpdate(each -> each < 0 ? each : each - 1) <= 0) {
      left.set(-1);
      throw new Cut();
    }
  }
}
