package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The catalog's table. */
@Singleton
class Products {
  private final Table table;

  Products(Database database, Settings settings) {
    this.table = database.table(settings.required("CATALOG_TABLE"));
  }

  Optional<Product> find(String id) {
    return table.find("PRODUCT#" + id, "PRODUCT").map(Products::product);
  }

  private static Product product(Row row) {
    return new Product(
        row.text("id"),
        row.text("name"),
        row.text("description"),
        row.text("category"),
        new Money(row.number("priceAmount"), row.text("priceCurrency")),
        row.number("version"),
        row.time("createdAt"),
        row.time("updatedAt"));
  }
}
