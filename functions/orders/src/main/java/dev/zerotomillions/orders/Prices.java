package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The prices in the catalogue's table, of which orders know no more than this. */
@Singleton
class Prices {
  private final Table table;

  Prices(Database database, Settings settings) {
    this.table = database.table(settings.required("CATALOG_TABLE"));
  }

  /** No change, but a refusal if the product doesn't cost what its line says. */
  Change unchanged(OrderLine line) {
    return table.check(
        "PRODUCT#" + line.productId(),
        "PRODUCT",
        "priceAmount = :amount AND priceCurrency = :currency",
        Map.of(
            ":amount", Table.number(line.unitPrice().amount()),
            ":currency", Table.text(line.unitPrice().currency())),
        found -> refusal(line, found));
  }

  private static Problem refusal(OrderLine line, Row found) {
    Optional<Money> current =
        found
            .optionalText("priceCurrency")
            .map(currency -> new Money(found.number("priceAmount"), currency));
    return current
        .<Problem>map(price -> new PriceChanged(line, price))
        .orElseGet(() -> new UnknownProduct(line.productId()));
  }
}
