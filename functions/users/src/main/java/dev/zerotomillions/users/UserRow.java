package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Row;
import java.time.Instant;

/** How the users' table keeps an account, and what is left of an erased one. */
final class UserRow {
  static final String USER = "USER";

  private UserRow() {}

  static String pk(String userId) {
    return "USER#" + userId;
  }

  static Row of(Account account) {
    var user = account.user();
    return Row.of(pk(user.id()), USER)
        .with("id", user.id())
        .with("email", user.email())
        .with("name", user.name())
        .with("country", user.country())
        .with("locale", user.locale())
        .with("userRole", user.role())
        .with("status", user.status())
        .with("version", user.version())
        .with("createdAt", user.createdAt())
        .with("sessionEpoch", account.sessionEpoch())
        .with("registration", account.registration());
  }

  static Account account(Row row) {
    var user =
        new User(
            row.text("id"),
            row.text("email"),
            row.text("name"),
            row.optionalText("country").orElse(null),
            row.optionalText("locale").orElse(null),
            row.text("userRole"),
            row.text("status"),
            row.number("version"),
            row.time("createdAt"));
    return new Account(user, row.number("sessionEpoch"), row.text("registration"));
  }

  /**
   * What stays so that the id in orders keeps its meaning. It has no version, so that no writer who
   * read the account before can bring it back.
   */
  static Row tombstone(String userId, Instant now) {
    return Row.of(pk(userId), USER)
        .with("id", userId)
        .with("status", User.ERASED)
        .with("erasedAt", now);
  }

  static boolean isTombstone(Row row) {
    return row.text("status").equals(User.ERASED);
  }
}
