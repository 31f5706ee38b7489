package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Checks passwords, and lets nobody guess at them. */
@Singleton
class Passwords {
  private final Database database;
  private final Users users;
  private final Guesses guesses;
  private final Sources sources;
  private final PasswordHasher hasher;

  Passwords(
      Database database, Users users, Guesses guesses, Sources sources, PasswordHasher hasher) {
    this.database = database;
    this.users = users;
    this.guesses = guesses;
    this.sources = sources;
    this.hasher = hasher;
  }

  /**
   * The credential of the e-mail address whose password is the one given. The attempt is counted;
   * forgetting it belongs to the transaction of whatever follows.
   *
   * @throws TooManyGuesses if the source or the address must wait
   * @throws WrongCredentials if the address is unknown or the password is not its own
   */
  Credential prove(EmailAddress email, String password, Optional<Source> source) {
    source.ifPresent(sources::admit);
    guesses.count(email);
    // What can't be an address is asked of no table: it might be too long for a key.
    var credential = email.isWellFormed() ? users.credential(email) : Optional.<Credential>empty();
    // A stranger's password is checked too, so that the answer comes no sooner.
    var stored = credential.map(Credential::passwordHash).orElseGet(hasher::decoy);
    boolean matches = hasher.matches(password, stored);
    if (credential.isEmpty() || !matches) {
      source.ifPresent(from -> database.commit(List.of(sources.wrong(from))));
      throw new WrongCredentials();
    }
    return credential.get();
  }
}
