package dev.zerotomillions.shared.json;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Bean Validation constraints that records use, read from the metadata that the compiler left.
 * A whole validator would cost more at each cold start than all other parsing.
 */
final class Constraints {
  private static final Set<String> KNOWN =
      Set.of(
          Size.class.getName(),
          Min.class.getName(),
          Max.class.getName(),
          NotBlank.class.getName(),
          Pattern.class.getName());

  private Constraints() {}

  /** The message of the first constraint that the value breaks. */
  static Optional<String> check(Argument<?> component, Object value) {
    AnnotationMetadata metadata = component.getAnnotationMetadata();
    for (String constraint : metadata.getAnnotationNamesByStereotype(Constraint.class)) {
      // Micronaut names a constraint's container as well: Size and Size$List.
      if (!KNOWN.contains(constraint.replace("$List", ""))) {
        throw new IllegalStateException(
            component
                + " carries "
                + constraint
                + ", which is not enforced; use one of "
                + KNOWN
                + ".");
      }
    }
    return switch (value) {
      case String text -> text(metadata, text);
      case Number number -> number(metadata, number.longValue());
      case List<?> list -> size(metadata, list.size(), "elements");
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(AnnotationMetadata metadata, String text) {
    if (metadata.hasAnnotation(NotBlank.class) && text.isBlank()) {
      return Optional.of("must not be blank");
    }
    Optional<String> size = size(metadata, text.codePointCount(0, text.length()), "characters");
    if (size.isPresent()) {
      return size;
    }
    return metadata
        .stringValue(Pattern.class, "regexp")
        .filter(regexp -> !text.matches(regexp))
        .map(
            regexp ->
                metadata
                    .stringValue(Pattern.class, "message")
                    .filter(message -> !message.startsWith("{"))
                    .orElse("must match " + regexp));
  }

  private static Optional<String> size(AnnotationMetadata metadata, int size, String unit) {
    int min = metadata.intValue(Size.class, "min").orElse(0);
    int max = metadata.intValue(Size.class, "max").orElse(Integer.MAX_VALUE);
    return size >= min && size <= max
        ? Optional.empty()
        : Optional.of("must have " + min + " to " + max + " " + unit);
  }

  private static Optional<String> number(AnnotationMetadata metadata, long number) {
    long min = metadata.longValue(Min.class, "value").orElse(Long.MIN_VALUE);
    long max = metadata.longValue(Max.class, "value").orElse(Long.MAX_VALUE);
    if (number < min) {
      return Optional.of("must be at least " + min);
    }
    return number > max ? Optional.of("must be at most " + max) : Optional.empty();
  }
}
