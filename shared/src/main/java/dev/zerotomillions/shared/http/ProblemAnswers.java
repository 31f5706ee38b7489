package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Problems as answers, inside Micronaut's pipeline and outside of it. */
final class ProblemAnswers {
  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemAnswers() {}

  static ApiAnswer of(Problem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    problem
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
    headers.put("content-type", MEDIA_TYPE);
    return new ApiAnswer(problem.status(), headers, Json.writeText(problem.details()));
  }

  static MutableHttpResponse<Object> response(Problem problem) {
    return fill(HttpResponseFactory.INSTANCE.status(problem.status(), null), problem);
  }

  static MutableHttpResponse<Object> fill(MutableHttpResponse<?> response, Problem problem) {
    problem.headers().forEach(response.getHeaders()::set);
    return response
        .status(problem.status())
        .<Object>body(problem.details())
        .contentType(MEDIA_TYPE);
  }
}
