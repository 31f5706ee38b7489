package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Problems as answers. */
final class ProblemAnswers {
  static final String MEDIA_TYPE = "application/problem+json";

  private ProblemAnswers() {}

  static ApiAnswer of(Problem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    problem.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    headers.put("content-type", MEDIA_TYPE);
    return new ApiAnswer(problem.status(), headers, Json.writeText(problem.details()));
  }
}
