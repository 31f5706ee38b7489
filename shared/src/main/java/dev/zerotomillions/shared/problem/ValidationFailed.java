package dev.zerotomillions.shared.problem;

import java.util.List;

/** Fields of a request break the rules; every one of them is named. */
public final class ValidationFailed extends Problem {
  private final List<FieldError> errors;

  public ValidationFailed(List<FieldError> errors) {
    super(
        400,
        "validation-failed",
        "Validation failed",
        errors.size() == 1
            ? "A field was refused; see errors."
            : errors.size() + " fields were refused; see errors.");
    this.errors = List.copyOf(errors);
    member("errors", this.errors);
  }

  public ValidationFailed(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
