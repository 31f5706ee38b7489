package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A product as the shop shows it.
 *
 * @param images its pictures, the first one first
 */
@Introspected
record Product(
    String id,
    String name,
    String description,
    String category,
    Money price,
    List<ProductImage> images,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  static final int MOST_IMAGES = 20;

  /** So long is an upload kept; one that is not used by then never will be. */
  private static final Duration UPLOADS_KEPT = Duration.ofDays(7);

  Product {
    images = List.copyOf(images);
  }

  /**
   * The next version, with another picture.
   *
   * @throws TooManyImages if it has as many as it may have
   */
  Product with(ProductImage image, Instant now) {
    List<ProductImage> next = new ArrayList<>(images);
    next.removeIf(each -> isLost(each, now));
    if (next.size() >= MOST_IMAGES) {
      throw new TooManyImages(MOST_IMAGES);
    }
    next.add(image);
    return new Product(id, name, description, category, price, next, version + 1, createdAt, now);
  }

  private static boolean isLost(ProductImage image, Instant now) {
    return image.status() == ImageStatus.PENDING
        && image.createdAt().plus(UPLOADS_KEPT).isBefore(now);
  }
}
