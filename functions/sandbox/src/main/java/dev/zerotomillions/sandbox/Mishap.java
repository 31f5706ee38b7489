package dev.zerotomillions.sandbox;

import java.time.Instant;

/** What goes wrong with a request, if anything. */
enum Mishap {
  NONE,
  BEFORE_THE_EFFECT,
  AFTER_THE_EFFECT;

  static Mishap of(TestToken token, Dice dice, Instant now) {
    return switch (token.behaviour()) {
      case OUTAGE -> token.isDown(now) ? BEFORE_THE_EFFECT : NONE;
      case FLAKY -> flaky(dice.percent(), token.number());
      default -> NONE;
    };
  }

  /** Of the failures each second one comes after the effect. */
  private static Mishap flaky(int rolled, int share) {
    if (rolled >= share) {
      return NONE;
    }
    return rolled % 2 == 0 ? BEFORE_THE_EFFECT : AFTER_THE_EFFECT;
  }
}
