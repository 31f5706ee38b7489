package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.JsonText;
import dev.zerotomillions.shared.json.RecordBinder;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer that can be kept and given again, word for word. */
public record Answer(int status, @Nullable String location, String body) {
  private static final int ACCEPTED = 202;
  private static final int LEAST_REFUSAL = 400;

  /** An answer whose body is written as JSON. */
  public static Answer of(int status, @Nullable String location, Object body) {
    return new Answer(status, location, Json.writeText(body));
  }

  /** A refusal that can be given again. */
  public static Answer of(Problem refusal) {
    return of(refusal.status(), null, refusal.details());
  }

  /** The body as the record that it was written from. */
  public <T> T as(Class<T> type) {
    return RecordBinder.bindKnown(type, Json.read(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether what was asked is accepted, but not done yet. */
  boolean isProvisional() {
    return status == ACCEPTED;
  }

  HttpResponse<?> response() {
    MutableHttpResponse<Object> response = HttpResponseFactory.INSTANCE.status(status, null);
    if (location != null) {
      response.header("Location", location);
    }
    String type = status < LEAST_REFUSAL ? "application/json" : ProblemAnswers.MEDIA_TYPE;
    return response.body(new JsonText(body)).contentType(type);
  }
}
