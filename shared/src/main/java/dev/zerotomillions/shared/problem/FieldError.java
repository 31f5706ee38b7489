package dev.zerotomillions.shared.problem;

import io.micronaut.core.annotation.Introspected;

/** One field of a request and why it was refused. */
@Introspected
public record FieldError(String field, String message) {}
