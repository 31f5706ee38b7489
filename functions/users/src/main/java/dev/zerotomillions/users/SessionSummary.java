package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** What a user is told of one of their sessions. */
@Introspected
record SessionSummary(String id, Instant createdAt, Instant expiresAt) {}
