package dev.zerotomillions.users;

import java.time.Instant;

/**
 * A session as the table has it.
 *
 * @param refreshDigest the digest of the only refresh token that is good
 * @param epoch the user's when it was opened; it is over once the user's has moved on
 * @param createdAt when the user proved the password
 */
record OpenSession(TokenFamily family, String refreshDigest, long epoch, Instant createdAt) {}
