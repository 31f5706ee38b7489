package dev.zerotomillions.sandbox;

import java.io.IOException;

/** Posts a webhook to its receiver. */
@FunctionalInterface
interface Delivery {

  /** Returns the status that the receiver answered. */
  int post(String body, String signature) throws IOException;
}
