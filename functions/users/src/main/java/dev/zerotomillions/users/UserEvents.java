package dev.zerotomillions.users;

import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Events;
import jakarta.inject.Singleton;

/** What other services are told of users. */
@Singleton
class UserEvents {
  static final String SERVICE = "users";

  private final Events events;

  UserEvents(Events events) {
    this.events = events;
  }

  Event registered(User user) {
    return events.happened(SERVICE, "user.registered", 1, user.id(), UserProfile.of(user));
  }

  Event changed(User user) {
    return events.happened(SERVICE, "user.changed", 1, user.id(), UserProfile.of(user));
  }

  Event erased(String userId) {
    return events.happened(SERVICE, "user.erased", 1, userId, new UserErased(userId));
  }
}
