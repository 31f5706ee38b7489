package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.http.ETags;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a write asks of the product as it stands (RFC 9110, section 13).
 *
 * @param match tags of which the product must have one; {@code *} if any product will do
 * @param noneMatch tags of which it must have none; {@code *} if there must be no product
 */
record Precondition(@Nullable String match, @Nullable String noneMatch) {

  static Precondition of(HttpRequest<?> request) {
    return new Precondition(
        request.getHeaders().get("If-Match"), request.getHeaders().get("If-None-Match"));
  }

  /**
   * Lets a write pass if it holds.
   *
   * @throws PreconditionFailed if it doesn't
   */
  void check(Optional<Product> current) {
    Optional<String> tag = current.map(ETags::of);
    boolean matched = match == null || tags(match).anyMatch(wanted -> meets(wanted, tag));
    boolean excluded =
        noneMatch != null
            && tags(noneMatch)
                .map(unwanted -> unwanted.startsWith("W/") ? unwanted.substring(2) : unwanted)
                .anyMatch(unwanted -> meets(unwanted, tag));
    if (!matched || excluded) {
      throw new PreconditionFailed();
    }
  }

  private static boolean meets(String candidate, Optional<String> tag) {
    return tag.isPresent() && (candidate.equals("*") || candidate.equals(tag.get()));
  }

  private static Stream<String> tags(String header) {
    return Arrays.stream(header.split(",", -1)).map(String::strip);
  }
}
