package dev.zerotomillions.shared.jobs;

import java.time.Duration;

/** The queues that jobs are sent through. */
interface JobMessages {

  /**
   * Sends a message.
   *
   * @param queue the queue's URL
   */
  void send(String queue, String body) throws NotSent;

  /**
   * Hides a received message for a while, after which it is received again.
   *
   * @param receipt the handle with which it was received
   */
  void hide(String queue, String receipt, Duration pause) throws NotSent;

  /** The queue could not be reached, or would not take it. */
  final class NotSent extends RuntimeException {
    NotSent(String queue, Throwable cause) {
      super("The queue " + queue + " did not take it; see the cause", cause);
    }
  }
}
