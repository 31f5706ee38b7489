package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.http.Answer;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /api/users}: a new customer. */
@Controller("/api/users")
class RegisterUser {
  /** Whoever registers is nobody yet. */
  private static final String STRANGER = "stranger";

  private final Users users;
  private final Idempotency idempotency;
  private final PasswordHasher hasher;
  private final UserEvents events;
  private final Outbox outbox;
  private final UuidV7 ids;
  private final InstantSource clock;

  RegisterUser(
      Users users,
      Idempotency idempotency,
      PasswordHasher hasher,
      UserEvents events,
      Outbox outbox,
      UuidV7 ids,
      InstantSource clock) {
    this.users = users;
    this.idempotency = idempotency;
    this.hasher = hasher;
    this.events = events;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Post
  @Operation(operationId = "RegisterUser", summary = "A new customer", tags = "users")
  @ApiResponse(
      responseCode = "201",
      headers = @Header(name = "Location", ref = "#/components/headers/Location"),
      description = "The user",
      content = @Content(schema = @Schema(implementation = User.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @TakesBody
  @Idempotent
  HttpResponse<?> register(HttpRequest<?> request, @Body NewUser wanted) {
    var key = IdempotencyKey.of(request, STRANGER, wanted);
    return idempotency.once(users.table(), key, () -> plan(wanted, key));
  }

  private Idempotency.Plan plan(NewUser wanted, IdempotencyKey key) {
    var user =
        User.registered(
            ids.next("usr"),
            wanted.address(),
            wanted.name(),
            wanted.country(),
            wanted.locale(),
            Role.CUSTOMER,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var event = events.registered(user);
    List<Change> changes =
        new ArrayList<>(
            users.register(Account.opened(user, key.id()), hasher.hash(wanted.password())));
    changes.add(outbox.add(event));
    return new Idempotency.Plan(
        Answer.of(201, "/api/users/me", user), changes, () -> outbox.deliver(List.of(event)));
  }
}
