package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A product as an administrator writes it.
 *
 * @param version the version that the administrator saw; without one, the last writer wins
 */
@Introspected
record ProductDraft(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 4000) String description,
    @Size(min = 1, max = 64)
        @Pattern(
            regexp = ProductDraft.CATEGORY,
            message = "must be a slug of 1 to 64 lower-case letters, digits and hyphens")
        String category,
    Money price,
    @Min(1) @Nullable Long version) {
  static final String CATEGORY = "[a-z0-9][a-z0-9-]{0,63}";
}
