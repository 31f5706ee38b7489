package dev.zerotomillions.catalog;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A picture of a product, as the product lists it. */
@Introspected
record ProductImage(String id, ImageStatus status, String contentType, Instant createdAt) {

  /** A picture that is about to be uploaded. */
  static ProductImage awaited(String id, ImageDraft draft, Instant now) {
    return new ProductImage(id, ImageStatus.PENDING, draft.contentType(), now);
  }
}
