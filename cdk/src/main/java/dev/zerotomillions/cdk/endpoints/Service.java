package dev.zerotomillions.cdk.endpoints;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service of the shop: a folder of functions, an artifact, and at most one table. */
public enum Service {
  USERS("USERS_TABLE"),
  CATALOG("CATALOG_TABLE"),
  INVENTORY("INVENTORY_TABLE"),
  ORDERS("ORDERS_TABLE"),
  PAYMENTS("PAYMENTS_TABLE"),
  NOTIFICATIONS("NOTIFICATIONS_TABLE"),
  /** Its table is that of the jobs of all services. */
  OPERATIONS("JOBS_TABLE"),
  /** Plays the payment provider; a function of its own at every phase, as it stands in for one. */
  SANDBOX("SANDBOX_TABLE"),
  MONOLITH(null);

  private final Optional<String> tableVariable;

  Service(@Nullable String tableVariable) {
    this.tableVariable = Optional.ofNullable(tableVariable);
  }

  /** Returns the service's name as folders and {@code SHOP_SERVICE} have it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the service's name as it stands in names of resources. */
  public String title() {
    return name().charAt(0) + id().substring(1);
  }

  /** Returns the environment variable that names the service's table. */
  public Optional<String> tableVariable() {
    return tableVariable;
  }
}
