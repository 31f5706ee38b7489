package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.VersionConflict;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The users' table: a row per user, and one per e-mail address that makes it unique and holds what
 * logging in needs.
 */
@Singleton
class Users {
  private static final String EMAIL = "EMAIL";

  private final Table table;

  Users(Database database, Settings settings) {
    this.table = database.table(settings.required("USERS_TABLE"));
  }

  /** The table itself, for what is recorded beside its users. */
  Table table() {
    return table;
  }

  /** A new user, refused if the e-mail address is taken. */
  List<Change> register(Account account, String passwordHash) {
    var user = account.user();
    var email =
        Row.of(emailKey(user.address()), EMAIL)
            .with("userId", user.id())
            .with("userRole", user.role())
            .with("passwordHash", passwordHash)
            .with("sessionEpoch", account.sessionEpoch());
    return List.of(
        table.insert(
            UserRow.of(account),
            found -> new IllegalStateException("The id " + user.id() + " is taken")),
        table.insert(email, found -> new EmailTaken()));
  }

  /** The account of a user who has not been erased. */
  Optional<Account> find(String userId) {
    return table
        .find(UserRow.pk(userId), UserRow.USER)
        .filter(row -> !UserRow.isTombstone(row))
        .map(UserRow::account);
  }

  boolean isErased(String userId) {
    return table.find(UserRow.pk(userId), UserRow.USER).filter(UserRow::isTombstone).isPresent();
  }

  /** The next version of an account in the place of the last. */
  Change replace(Account next) {
    return table.replace(
        UserRow.of(next),
        next.user().version() - 1,
        found -> new VersionConflict(found.optionalNumber("version").orElse(0L)));
  }

  /** Leaves a tombstone alone of a user; refused if there is no more than that already. */
  List<Change> erase(Account account, Instant now) {
    var user = account.user();
    return List.of(
        table.put(
            UserRow.tombstone(user.id(), now),
            "attribute_exists(version)",
            Map.of(),
            found -> new AccountChanged()),
        table.delete(emailKey(user.address()), EMAIL));
  }

  Optional<Credential> credential(EmailAddress email) {
    return table.find(emailKey(email), EMAIL).map(Users::credential);
  }

  private static Credential credential(Row row) {
    var role = Role.labelled(row.text("userRole")).orElseThrow();
    return new Credential(
        row.text("userId"), role, row.text("passwordHash"), row.number("sessionEpoch"));
  }

  /** No change, but the condition that the password is still the one that was proved. */
  Change unchanged(EmailAddress email, Credential proved) {
    return table.check(
        emailKey(email),
        EMAIL,
        "userId = :id AND sessionEpoch = :epoch",
        Map.of(":id", Table.text(proved.userId()), ":epoch", Table.number(proved.sessionEpoch())),
        found -> new WrongCredentials());
  }

  /** Another hash in the place of the one given; left alone if that is no longer the hash. */
  Change rehash(EmailAddress email, String before, String after) {
    return table.update(
        emailKey(email),
        EMAIL,
        "SET passwordHash = :after",
        "passwordHash = :before",
        Map.of(":before", Table.text(before), ":after", Table.text(after)),
        found -> new AccountChanged());
  }

  /** Another password, which ends all sessions that are not kept. */
  List<Change> changePassword(EmailAddress email, Credential proved, String passwordHash) {
    return List.of(
        table.update(
            UserRow.pk(proved.userId()),
            UserRow.USER,
            "ADD version :one, sessionEpoch :one",
            "sessionEpoch = :epoch",
            Map.of(":one", Table.number(1), ":epoch", Table.number(proved.sessionEpoch())),
            found -> new AccountChanged()),
        table.update(
            emailKey(email),
            EMAIL,
            "SET passwordHash = :hash ADD sessionEpoch :one",
            "userId = :id AND sessionEpoch = :epoch",
            Map.of(
                ":hash", Table.text(passwordHash),
                ":one", Table.number(1),
                ":id", Table.text(proved.userId()),
                ":epoch", Table.number(proved.sessionEpoch())),
            found -> new AccountChanged()));
  }

  /** Gives the user a role and a password, whatever they were, and ends all their sessions. */
  List<Change> reset(EmailAddress email, String userId, Role role, String passwordHash) {
    Function<Row, RuntimeException> gone = found -> new AccountChanged();
    return List.of(
        table.update(
            UserRow.pk(userId),
            UserRow.USER,
            "SET userRole = :role ADD version :one, sessionEpoch :one",
            "attribute_exists(version)",
            Map.of(":role", Table.text(role.label()), ":one", Table.number(1)),
            gone),
        table.update(
            emailKey(email),
            EMAIL,
            "SET userRole = :role, passwordHash = :hash ADD sessionEpoch :one",
            "userId = :id",
            Map.of(
                ":role", Table.text(role.label()),
                ":hash", Table.text(passwordHash),
                ":one", Table.number(1),
                ":id", Table.text(userId)),
            gone));
  }

  private static String emailKey(EmailAddress email) {
    return "EMAIL#" + email.key();
  }

  /** Someone else changed the account at the same time. */
  static final class AccountChanged extends RuntimeException {
    AccountChanged() {
      super("The account was changed by another request at the same time; try again.");
    }
  }
}
