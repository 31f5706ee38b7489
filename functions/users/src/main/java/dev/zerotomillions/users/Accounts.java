package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.auth.InvalidToken;
import jakarta.inject.Singleton;

/**
 * The accounts of callers whose sessions are open still. A token proves that its session was open
 * when it was issued; here, where the account is read anyway, that is not enough.
 */
@Singleton
class Accounts {
  private final Users users;
  private final Sessions sessions;

  Accounts(Users users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /**
   * The caller's account.
   *
   * @throws InvalidToken if the session has ended or the user was erased
   */
  SignedIn of(Caller caller) {
    var account = users.find(caller.id()).orElseThrow(InvalidToken::ofEndedSession);
    return sessions
        .find(caller.id(), caller.sessionId())
        .filter(session -> session.epoch() == account.sessionEpoch())
        .map(session -> new SignedIn(account, session))
        .orElseThrow(InvalidToken::ofEndedSession);
  }
}
