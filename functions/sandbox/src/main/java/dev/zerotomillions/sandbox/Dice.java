package dev.zerotomillions.sandbox;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Chance, for tokens that fail now and then. */
@Singleton
class Dice {

  /** Returns a number from 0 to 99. */
  int percent() {
    return ThreadLocalRandom.current().nextInt(100);
  }
}
