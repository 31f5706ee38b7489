package dev.zerotomillions.local.aws;

/**
 * A right that a call asks of its caller's policies.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource an ARN, or {@code *} where the action has none
 */
public record Need(String action, String resource) {}
