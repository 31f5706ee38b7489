package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.events.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes administrators, of strangers and of customers alike. */
@Singleton
class Administrators {
  private static final String NO_REGISTRATION = "";

  private final Database database;
  private final Users users;
  private final PasswordHasher hasher;
  private final UserEvents events;
  private final Outbox outbox;
  private final UuidV7 ids;
  private final InstantSource clock;

  Administrators(
      Database database,
      Users users,
      PasswordHasher hasher,
      UserEvents events,
      Outbox outbox,
      UuidV7 ids,
      InstantSource clock) {
    this.database = database;
    this.users = users;
    this.hasher = hasher;
    this.events = events;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** The id of the administrator who has the e-mail address and the password from now on. */
  String appoint(EmailAddress email, String name, String password) {
    var hash = hasher.hash(password);
    var known = users.credential(email);
    if (known.isPresent()) {
      return reset(email, known.get().userId(), hash);
    }
    var user =
        User.registered(
            ids.next("usr"),
            email,
            name,
            null,
            null,
            Role.ADMINISTRATOR,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      List<Change> changes =
          new ArrayList<>(users.register(Account.opened(user, NO_REGISTRATION), hash));
      // Operators have no need of a swift delivery: it is left to the relay.
      changes.add(outbox.add(events.registered(user)));
      database.commit(changes);
      return user.id();
    } catch (EmailTaken e) {
      // By another invocation just now.
      return reset(email, users.credential(email).orElseThrow().userId(), hash);
    }
  }

  private String reset(EmailAddress email, String userId, String hash) {
    database.commit(users.reset(email, userId, Role.ADMINISTRATOR, hash));
    return userId;
  }
}
