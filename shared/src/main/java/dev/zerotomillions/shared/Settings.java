package dev.zerotomillions.shared;

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
}
