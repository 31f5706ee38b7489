package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;

/**
 * The tokens of someone who is logged in.
 *
 * @param expiresIn seconds until the access token expires
 */
@Introspected
record Session(String accessToken, String refreshToken, long expiresIn) {}
