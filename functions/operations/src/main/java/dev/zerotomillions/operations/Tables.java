package dev.zerotomillions.operations;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The services' tables, each asked for an item that no one has: the cheapest call that takes the
 * whole way.
 *
 * <p>For the template: the function needs {@code dynamodb:GetItem} on each of these tables, and
 * their names in its environment.
 */
@Singleton
class Tables implements Tier {
  private static final List<String> NAMES =
      List.of("users", "catalog", "inventory", "orders", "payments", "notifications", "jobs");

  private final Database database;
  private final Settings settings;

  Tables(Database database, Settings settings) {
    this.database = database;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public Map<String, Check> checks() {
    return NAMES.stream().collect(Collectors.toMap(Function.identity(), this::check));
  }

  private Check check(String table) {
    return () -> answers(table);
  }

  private boolean answers(String table) {
    try {
      return database.table(settings.table(table)).find("HEALTH", "HEALTH").isEmpty();
    } catch (Unavailable e) {
      return false;
    }
  }
}
