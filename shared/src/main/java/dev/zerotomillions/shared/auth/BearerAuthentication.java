package dev.zerotomillions.shared.auth;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Finds out who sent a request, by the token in its {@code Authorization} header. */
@Singleton
final class BearerAuthentication {
  private static final String SCHEME = "Bearer ";

  private final TokenVerifier verifier;

  BearerAuthentication(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  Caller caller(HttpRequest<?> request) {
    var values = request.getHeaders().getAll("Authorization");
    if (values.isEmpty()) {
      throw InvalidToken.missing();
    }
    var value = values.getFirst();
    if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw InvalidToken.because("The Authorization header must hold one bearer token.");
    }
    return verifier.verify(value.substring(SCHEME.length()).strip());
  }
}
