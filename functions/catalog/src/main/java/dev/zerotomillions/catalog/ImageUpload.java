package dev.zerotomillions.catalog;

import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A picture, and how to upload it. */
@Introspected
record ImageUpload(
    String id, ImageStatus status, String contentType, Instant createdAt, Upload upload) {

  /**
   * The request that uploads it.
   *
   * @param headers those that have to be sent, beside the length
   * @param expiresAt until when the address is good; the same request again gives another
   */
  @Introspected
  record Upload(String method, URI url, Map<String, String> headers, Instant expiresAt) {

    static Upload to(URI url, ImageDraft draft, Instant expiresAt) {
      return new Upload(
          "PUT",
          url,
          Map.of("content-type", draft.contentType(), "x-amz-checksum-sha256", draft.sha256()),
          expiresAt);
    }
  }

  static ImageUpload of(ProductImage image, Upload upload) {
    return new ImageUpload(
        image.id(), image.status(), image.contentType(), image.createdAt(), upload);
  }
}
