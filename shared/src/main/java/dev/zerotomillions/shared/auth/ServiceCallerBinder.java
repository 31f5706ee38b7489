package dev.zerotomillions.shared.auth;

import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives controllers the service that calls them, and hides them from everyone else. */
@Singleton
final class ServiceCallerBinder implements TypedRequestArgumentBinder<ServiceCaller> {
  private static final Argument<ServiceCaller> TYPE = Argument.of(ServiceCaller.class);

  @Override
  public Argument<ServiceCaller> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<ServiceCaller> bind(
      ArgumentConversionContext<ServiceCaller> context, HttpRequest<?> request) {
    var caller = request.getAttribute(ServiceCaller.ATTRIBUTE, ServiceCaller.class);
    if (caller.isEmpty()) {
      throw NotFound.at(request.getPath());
    }
    return () -> caller;
  }
}
