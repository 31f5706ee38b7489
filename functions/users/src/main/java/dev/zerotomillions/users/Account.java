package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Role;

/**
 * A user and what is kept about them without being shown.
 *
 * @param sessionEpoch counts the events that ended the user's sessions
 * @param registration the key of the answer that their registration is remembered by for a day;
 *     empty for those whom operators made
 */
record Account(User user, long sessionEpoch, String registration) {

  /** The account of someone who is new. */
  static Account opened(User user, String registration) {
    return new Account(user, 1, registration);
  }

  Role role() {
    return Role.labelled(user.role()).orElseThrow();
  }

  Account with(User changed) {
    return new Account(changed, sessionEpoch, registration);
  }
}
