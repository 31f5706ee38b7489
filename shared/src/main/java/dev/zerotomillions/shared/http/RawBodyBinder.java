package dev.zerotomillions.shared.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the body that they ask for as it was sent. */
@Singleton
final class RawBodyBinder implements TypedRequestArgumentBinder<RawBody> {
  private static final Argument<RawBody> TYPE = Argument.of(RawBody.class);

  @Override
  public Argument<RawBody> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<RawBody> bind(
      ArgumentConversionContext<RawBody> context, HttpRequest<?> request) {
    RawBody body = RawBody.of(((LambdaRequest) request).sentBytes());
    return () -> Optional.of(body);
  }
}
