package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.JsonText;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.InternalFailure;
import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.context.BeanContext;
import io.micronaut.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From an event to the controller that answers it, and from what that returns to the answer.
 *
 * <p>The controllers are Micronaut's; its HTTP pipeline, made for servers that stream, filter and
 * negotiate, is left out: it cost more than the rest of a call together.
 */
final class ApiPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(ApiPipeline.class);
  private static final String INTERNAL = "/internal/";

  private final Routes routes;

  ApiPipeline(BeanContext context) {
    this.routes = context.getBean(Routes.class);
  }

  /** Answers one event; every failure is an answer too. */
  ApiAnswer answer(ApiEvent event) {
    ApiAnswer answer = whole(event);
    return event.method().equals("HEAD") ? answer.withoutBody() : answer;
  }

  private ApiAnswer whole(ApiEvent event) {
    try {
      return answer(route(event));
    } catch (Problem e) {
      return ProblemAnswers.of(e);
    } catch (Refusal e) {
      return answer(e.response());
    } catch (RuntimeException e) {
      // The boundary of the process: whatever nothing foresaw is logged and answered, never a
      // crash.
      LOG.error("Unexpected failure", e);
      return ProblemAnswers.of(new InternalFailure(Correlation.requestId()));
    }
  }

  private Object route(ApiEvent event) {
    if (event.service() == null && event.path().startsWith(INTERNAL)) {
      // Before routing, which would tell a stranger by 405 or 415 that something is there.
      throw NotFound.at(event.path());
    }
    return routes.answer(new LambdaRequest(event));
  }

  private static ApiAnswer answer(Object result) {
    if (!(result instanceof HttpResponse<?> response)) {
      return new ApiAnswer(200, Map.of("content-type", "application/json"), text(result));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .getHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    Object body = response.body();
    if (body != null) {
      headers.putIfAbsent("content-type", "application/json");
    }
    return new ApiAnswer(response.code(), headers, body == null ? "" : text(body));
  }

  private static String text(@Nullable Object body) {
    return body instanceof JsonText written ? written.text() : Json.writeText(body);
  }
}
