package dev.zerotomillions.shared.auth;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the administrator whom they ask for. */
@Singleton
final class AdministratorBinder implements TypedRequestArgumentBinder<Administrator> {
  private static final Argument<Administrator> TYPE = Argument.of(Administrator.class);

  private final BearerAuthentication authentication;

  AdministratorBinder(BearerAuthentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public Argument<Administrator> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<Administrator> bind(
      ArgumentConversionContext<Administrator> context, HttpRequest<?> request) {
    var caller = authentication.caller(request);
    if (caller.role() != Role.ADMINISTRATOR) {
      throw new RoleMissing(Role.ADMINISTRATOR);
    }
    var administrator = new Administrator(caller.id());
    return () -> Optional.of(administrator);
  }
}
