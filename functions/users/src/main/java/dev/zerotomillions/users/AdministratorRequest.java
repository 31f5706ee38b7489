package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Who is to be an administrator. */
@Introspected
record AdministratorRequest(
    @Size(max = 254) String email,
    @Size(min = NewUser.SHORTEST_PASSWORD, max = NewUser.LONGEST_PASSWORD) String password,
    @NotBlank @Size(max = 200) String name) {

  AdministratorRequest {
    if (!new EmailAddress(email).isWellFormed()) {
      throw new ValidationFailed("email", "must be an e-mail address");
    }
    if (NewUser.isGuessable(password, email)) {
      throw new ValidationFailed("password", "is too easy to guess");
    }
  }
}
