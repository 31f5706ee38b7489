package dev.zerotomillions.shared.auth;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the signed-in user whom they ask for. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  private static final Argument<Caller> TYPE = Argument.of(Caller.class);

  private final BearerAuthentication authentication;

  CallerBinder(BearerAuthentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public Argument<Caller> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    var caller = authentication.caller(request);
    return () -> Optional.of(caller);
  }
}
