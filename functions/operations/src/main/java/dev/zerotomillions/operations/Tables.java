package dev.zerotomillions.operations;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The services' tables, each asked for an item that no one has: the cheapest call that takes the
 * whole way.
 *
 * <p>For the template: the function needs {@code dynamodb:GetItem} on each of these tables, and
 * their names in its environment.
 */
@Singleton
class Tables implements Tier {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "users", "USERS_TABLE",
          "catalog", "CATALOG_TABLE",
          "inventory", "INVENTORY_TABLE",
          "orders", "ORDERS_TABLE",
          "jobs", "JOBS_TABLE");

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
    Map<String, Check> checks = new LinkedHashMap<>();
    VARIABLES.forEach((service, variable) -> checks.put(service, () -> answers(variable)));
    return checks;
  }

  private boolean answers(String variable) {
    try {
      return database.table(settings.required(variable)).find("HEALTH", "HEALTH").isEmpty();
    } catch (Unavailable e) {
      return false;
    }
  }
}
