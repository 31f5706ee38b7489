package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.VersionConflict;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's table. A product is two rows: itself, found by its category in the index, and a
 * copy found in the index among all products.
 */
@Singleton
class Products {
  private final Database database;
  private final Table table;

  Products(Database database, Settings settings) {
    this.database = database;
    this.table = database.table(settings.required("CATALOG_TABLE"));
  }

  /** The table itself, for what is recorded beside its products. */
  Table table() {
    return table;
  }

  Optional<Product> find(String id) {
    return standing(id).product();
  }

  /** The products of some ids, in the order of their ids; those that don't exist are left out. */
  List<Product> find(List<String> ids) {
    return table.findAll(ids.stream().map(ProductRow::pk).toList(), ProductRow.PRODUCT).stream()
        .flatMap(row -> ProductRow.standing(row).product().stream())
        .sorted(Comparator.comparing(Product::id))
        .toList();
  }

  /** The product of an id, and the version that the next write goes on from. */
  Standing standing(String id) {
    return table
        .find(ProductRow.pk(id), ProductRow.PRODUCT)
        .map(ProductRow::standing)
        .orElse(Standing.NEVER_SEEN);
  }

  /**
   * Adds a product.
   *
   * @throws VersionConflict if there is one of that id by now
   */
  void add(Product product) {
    database.commit(
        List.of(
            table.insert(ProductRow.main(product), Products::conflict),
            table.overwrite(ProductRow.listing(product))));
  }

  /**
   * Puts the next version of a product in the place of the last, or of what its deletion left.
   *
   * @throws VersionConflict if somebody else did so first
   */
  void replace(Product next) {
    database.commit(replacement(next));
  }

  /** The changes that do so, for a transaction with others. */
  List<Change> replacement(Product next) {
    return List.of(
        table.replace(ProductRow.main(next), next.version() - 1, Products::conflict),
        table.overwrite(ProductRow.listing(next)));
  }

  /**
   * Takes a product away, and leaves its version.
   *
   * @param version the next one
   * @throws VersionConflict if somebody wrote it first
   */
  void delete(String id, long version, Instant now) {
    database.commit(
        List.of(
            table.replace(ProductRow.deleted(id, version, now), version - 1, Products::conflict),
            table.delete(ProductRow.pk(id), ProductRow.LISTING)));
  }

  /** Products in the order of their names. */
  Page list(@Nullable String category, String namePrefix, int limit, Map<String, String> after) {
    return table.query(
        new Query(
            "gsi1",
            category == null ? ProductRow.ALL : ProductRow.category(category),
            namePrefix,
            false,
            limit,
            after));
  }

  private static VersionConflict conflict(Row found) {
    return new VersionConflict(found.optionalNumber("version").orElse(0L));
  }
}
