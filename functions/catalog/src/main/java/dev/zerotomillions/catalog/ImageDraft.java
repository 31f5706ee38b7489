package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.files.Files.Announced;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * A picture as an administrator announces it; exactly this can be uploaded then.
 *
 * @param bytes its size
 * @param sha256 the digest of its bytes, in Base64
 */
@Introspected
record ImageDraft(
    @Pattern(regexp = "image/(jpeg|png)", message = "must be image/jpeg or image/png")
        String contentType,
    @Min(1) @Max(ImageDraft.MOST_BYTES) long bytes,
    @Pattern(
            regexp = "[A-Za-z0-9+/]{43}=",
            message = "must be a SHA-256 digest in Base64, 44 characters")
        String sha256) {
  static final long MOST_BYTES = 20 * 1024 * 1024;

  Announced announced() {
    return new Announced(contentType, bytes, sha256);
  }
}
