package dev.zerotomillions.notifications;

/** What is known of a user. */
sealed interface Standing {

  /** Nothing yet: the event that tells of them is still on its way. */
  record Unknown() implements Standing {}

  /** A name and an address to write to. */
  record Known(Recipient recipient) implements Standing {}

  /** That they are to be forgotten. */
  record Erased() implements Standing {}
}
