package dev.zerotomillions.shared.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.InternalFailure;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry handler of every HTTP function: one API Gateway event in, one answer out. */
public final class ApiHandler implements RequestStreamHandler, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final ApplicationContext context;
  private final ApiPipeline pipeline;

  /** What Lambda calls, once per environment, while initialization still has a whole CPU. */
  public ApiHandler() {
    this(Settings.ofProcess());
    Core.getGlobalContext().register(this);
  }

  public ApiHandler(Settings settings, Object... beans) {
    this.context = Contexts.start(settings, beans);
    this.pipeline = new ApiPipeline(context);
    if (settings.namesTable()) {
      // Here rather than at the first request: initialization has a whole CPU, a small function
      // not.
      context.getBean(Database.class);
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context lambda) throws IOException {
    ApiEvent event = ApiEvent.read(in);
    String requestId = lambda.getAwsRequestId();
    try (Correlation correlation =
        Correlation.begin(requestId, event.headers().get("x-correlation-id"))) {
      ApiAnswer answer = answer(event, requestId).with("x-correlation-id", correlation.id());
      (event.fromRestApi() ? answer.forAnyOrigin() : answer).write(out);
    }
  }

  private ApiAnswer answer(ApiEvent event, String requestId) {
    try {
      return pipeline.answer(event);
    } catch (Problem e) {
      return ProblemAnswers.of(e);
    } catch (RuntimeException e) {
      // The boundary of the process: whatever nothing foresaw is logged and answered, never a
      // crash.
      LOG.error("Unexpected failure", e);
      return ProblemAnswers.of(new InternalFailure(requestId));
    }
  }

  /** Serves sample requests before SnapStart's snapshot, so that a restored function is warm. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> crac) {
    context.getBeansOfType(PrimingRequest.class).forEach(this::prime);
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> crac) {
    // Connections that the snapshot closed are opened again on their first use.
  }

  /** How many beans live in this environment. */
  int beans() {
    return context.getActiveBeanRegistrations(Qualifiers.any()).size();
  }

  private void prime(PrimingRequest request) {
    ApiAnswer answer = answer(request.event(), "priming");
    LOG.info("Primed {} {}: {}", request.method(), request.path(), answer.status());
  }
}
