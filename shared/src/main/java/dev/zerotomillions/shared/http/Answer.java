package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.JsonText;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/** An answer that can be kept and given again, word for word. */
public record Answer(int status, @Nullable String location, String body) {

  /** An answer whose body is written as JSON. */
  public static Answer of(int status, @Nullable String location, Object body) {
    return new Answer(status, location, Json.writeText(body));
  }

  HttpResponse<?> response() {
    MutableHttpResponse<Object> response = HttpResponseFactory.INSTANCE.status(status, null);
    if (location != null) {
      response.header("Location", location);
    }
    return response.body(new JsonText(body)).contentType("application/json");
  }
}
