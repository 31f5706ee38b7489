package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
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
  private static final String USER = "USER";
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
  List<Change> register(User user, String passwordHash) {
    var row =
        Row.of("USER#" + user.id(), USER)
            .with("id", user.id())
            .with("email", user.email())
            .with("name", user.name())
            .with("country", user.country())
            .with("locale", user.locale())
            .with("userRole", user.role())
            .with("status", user.status())
            .with("version", user.version())
            .with("createdAt", user.createdAt());
    var email =
        Row.of(emailKey(new EmailAddress(user.email())), EMAIL)
            .with("userId", user.id())
            .with("userRole", user.role())
            .with("passwordHash", passwordHash);
    return List.of(
        table.insert(row, found -> new IllegalStateException("The id " + user.id() + " is taken")),
        table.insert(email, found -> new EmailTaken()));
  }

  Optional<Credential> credential(EmailAddress email) {
    return table.find(emailKey(email), EMAIL).map(Users::credential);
  }

  private static Credential credential(Row row) {
    var role = Role.labelled(row.text("userRole")).orElseThrow();
    return new Credential(row.text("userId"), role, row.text("passwordHash"));
  }

  /** Another hash in the place of the one given; left alone if that is no longer the hash. */
  Change rehash(EmailAddress email, String before, String after) {
    return table.update(
        emailKey(email),
        EMAIL,
        "SET passwordHash = :after",
        "passwordHash = :before",
        Map.of(":before", Table.text(before), ":after", Table.text(after)),
        found -> new HashChanged());
  }

  /** Gives the user a role and a password, whatever they were. */
  List<Change> reset(EmailAddress email, String userId, Role role, String passwordHash) {
    Function<Row, RuntimeException> gone = found -> new HashChanged();
    return List.of(
        table.update(
            "USER#" + userId,
            USER,
            "SET userRole = :role ADD version :one",
            "attribute_exists(pk)",
            Map.of(":role", Table.text(role.label()), ":one", Table.number(1)),
            gone),
        table.update(
            emailKey(email),
            EMAIL,
            "SET userRole = :role, passwordHash = :hash",
            "userId = :id",
            Map.of(
                ":role", Table.text(role.label()),
                ":hash", Table.text(passwordHash),
                ":id", Table.text(userId)),
            gone));
  }

  private static String emailKey(EmailAddress email) {
    return "EMAIL#" + email.key();
  }

  /** Someone else changed the account at the same time. */
  static final class HashChanged extends RuntimeException {
    HashChanged() {
      super("The account was changed by another request at the same time; try again.");
    }
  }
}
