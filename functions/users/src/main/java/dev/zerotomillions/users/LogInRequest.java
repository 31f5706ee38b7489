package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/** Who one claims to be, and the proof. */
@Introspected
record LogInRequest(
    @Size(max = 254) String email, @Size(max = NewUser.LONGEST_PASSWORD) String password) {}
