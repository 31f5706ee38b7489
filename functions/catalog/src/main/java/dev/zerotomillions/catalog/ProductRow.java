package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a product lies in its table. */
final class ProductRow {
  static final String PRODUCT = "PRODUCT";
  static final String ALL = "PRODUCTS";
  static final String LISTING = "LISTING";

  /** Between name and id; no search can hold it, as control characters are refused. */
  private static final char SEPARATOR = '\u001f';

  /** In code points, so that the longest name stays within an index key's 1,024 bytes. */
  private static final int SORTED_LENGTH = 100;

  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  private ProductRow() {}

  static String pk(String id) {
    return "PRODUCT#" + id;
  }

  static String category(String category) {
    return "CATEGORY#" + category;
  }

  /** A name as it is sorted and searched: without regard to case, accents and forms of letters. */
  static String sorted(String name) {
    String folded = folded(name);
    int length = folded.codePointCount(0, folded.length());
    return length <= SORTED_LENGTH
        ? folded
        : folded.substring(0, folded.offsetByCodePoints(0, SORTED_LENGTH));
  }

  private static String folded(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    // By way of upper case, where more letters are one: STRASSE and straße.
    String lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    // What other scripts compose is a letter of its own: no search for ka finds ga in Japanese.
    return Normalizer.normalize(lower, Normalizer.Form.NFC).strip();
  }

  static Row main(Product product) {
    return row(product, PRODUCT, category(product.category()));
  }

  static Row listing(Product product) {
    return row(product, LISTING, ALL);
  }

  private static Row row(Product product, String sk, String indexPartition) {
    return Row.of(pk(product.id()), sk)
        .with("gsi1pk", indexPartition)
        .with("gsi1sk", sorted(product.name()) + SEPARATOR + product.id())
        .with("id", product.id())
        .with("name", product.name())
        .with("description", product.description())
        .with("category", product.category())
        .with("priceAmount", product.price().amount())
        .with("priceCurrency", product.price().currency())
        .with("images", product.images().stream().map(ProductRow::image).toList())
        .with("version", product.version())
        .with("createdAt", product.createdAt())
        .with("updatedAt", product.updatedAt());
  }

  /**
   * What is left of a deleted product. It has no price, so that no order can be placed for it, and
   * no key of the index, so that no list shows it.
   */
  static Row deleted(String id, long version, Instant now) {
    return Row.of(pk(id), PRODUCT).with("id", id).with("version", version).with("deletedAt", now);
  }

  static Standing standing(Row row) {
    return new Standing(
        row.optionalText("deletedAt").isPresent() ? Optional.empty() : Optional.of(product(row)),
        row.number("version"));
  }

  static Product product(Row row) {
    return new Product(
        row.text("id"),
        row.text("name"),
        row.text("description"),
        row.text("category"),
        new Money(row.number("priceAmount"), row.text("priceCurrency")),
        row.optionalRows("images").stream().map(ProductRow::image).toList(),
        row.number("version"),
        row.time("createdAt"),
        row.time("updatedAt"));
  }

  private static Row image(ProductImage image) {
    return Row.empty()
        .with("id", image.id())
        .with("status", image.status().name())
        .with("contentType", image.contentType())
        .with("createdAt", image.createdAt());
  }

  private static ProductImage image(Row row) {
    return new ProductImage(
        row.text("id"),
        ImageStatus.valueOf(row.text("status")),
        row.text("contentType"),
        row.time("createdAt"));
  }
}
