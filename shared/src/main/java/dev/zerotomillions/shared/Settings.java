package dev.zerotomillions.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The function's environment variables. */
public record Settings(Map<String, String> variables) {
  private static final String TABLE = "_TABLE";

  public static Settings ofProcess() {
    return new Settings(System.getenv());
  }

  /**
   * A variable that the function cannot do without.
   *
   * @throws SettingMissing if it is not set
   */
  public String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new SettingMissing(name);
    }
    return value;
  }

  /** Whether the function works on a table at all. */
  public boolean namesTable() {
    return variables.keySet().stream().anyMatch(name -> name.endsWith(TABLE));
  }

  /** Whether every service is in this one function. */
  public boolean isMonolith() {
    return "Monolith".equals(variables.get("SHOP_FUNCTION"));
  }

  /**
   * The name of a service's table.
   *
   * @throws SettingMissing if the function has no business with it
   */
  public String table(String service) {
    return required(service.toUpperCase(Locale.ROOT) + TABLE);
  }

  /**
   * The name of the table of the service that the function belongs to. A function may work on
   * others as well; operations' own is that of all services' jobs.
   *
   * @throws OwnTableUnclear if nothing says which service it is, and it works on none or on several
   */
  public String ownTable() {
    String service = variables.get("SHOP_SERVICE");
    if (service != null) {
      return table(service.equals("operations") ? "jobs" : service);
    }
    List<String> tables =
        variables.keySet().stream().filter(name -> name.endsWith(TABLE)).sorted().toList();
    if (tables.size() != 1) {
      throw new OwnTableUnclear(tables);
    }
    return required(tables.getFirst());
  }

  public @Nullable String optional(String name) {
    return variables.get(name);
  }

  /** An environment variable is missing; the template must set it on the function. */
  public static final class SettingMissing extends RuntimeException {
    SettingMissing(String name) {
      super(
          "The environment variable "
              + name
              + " is not set; add it to the function in the template.");
    }
  }

  /** A function calls other services, but it is not clear in which table their breakers are. */
  public static final class OwnTableUnclear extends RuntimeException {
    OwnTableUnclear(List<String> tables) {
      super(
          "A function that calls other services keeps their breakers in its own service's table,"
              + " but its tables are "
              + tables
              + "; grant it its own alone in the template.");
    }
  }
}
