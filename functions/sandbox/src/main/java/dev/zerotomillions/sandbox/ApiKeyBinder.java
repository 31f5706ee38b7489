package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Parameters;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the secret key that a call bears. */
@Singleton
final class ApiKeyBinder implements TypedRequestArgumentBinder<ApiKey> {
  private static final Argument<ApiKey> TYPE = Argument.of(ApiKey.class);
  private static final String SCHEME = "Bearer ";

  private final Settings settings;
  private final Parameters parameters;
  private volatile @Nullable String secret;

  ApiKeyBinder(Settings settings, Parameters parameters) {
    this.settings = settings;
    this.parameters = parameters;
  }

  @Override
  public Argument<ApiKey> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<ApiKey> bind(
      ArgumentConversionContext<ApiKey> context, HttpRequest<?> request) {
    var header = request.getHeaders().get("Authorization");
    if (header == null || !header.startsWith(SCHEME)) {
      throw RequestRefused.keyMissing();
    }
    if (!isSecret(header.substring(SCHEME.length()))) {
      throw RequestRefused.keyWrong();
    }
    var key = new ApiKey();
    return () -> Optional.of(key);
  }

  private boolean isSecret(String given) {
    var known = secret;
    if (known == null) {
      known = parameters.get(settings.required("PAYMENT_KEY_PARAMETER"));
      secret = known;
    }
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
