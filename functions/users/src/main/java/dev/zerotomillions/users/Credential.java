package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Role;

/**
 * What a user proves to be themselves by.
 *
 * @param sessionEpoch as the account's
 */
record Credential(String userId, Role role, String passwordHash, long sessionEpoch) {}
