package dev.zerotomillions.shared.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.jobs.JobWorker;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.tasks.Tasks;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entry handler of every function: one API Gateway event in, one answer out; or a schedule's
 * task; or the jobs of a queue.
 */
public final class ApiHandler implements RequestStreamHandler, Resource {
  private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

  private final BeanContext context;
  private final ApiPipeline pipeline;
  private final InstantSource clock;
  private final Metrics metrics;

  /** What Lambda calls, once per environment, while initialization still has a whole CPU. */
  public ApiHandler() {
    this(Settings.ofProcess());
    Core.getGlobalContext().register(this);
  }

  public ApiHandler(Settings settings, Object... beans) {
    this.context = Contexts.start(settings, beans);
    this.pipeline = new ApiPipeline(context);
    this.clock = context.getBean(InstantSource.class);
    this.metrics = context.getBean(Metrics.class);
    if (settings.namesTable()) {
      // Here rather than at the first request: initialization has a whole CPU, a small function
      // not.
      context.getBean(Database.class);
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context lambda) throws IOException {
    Map<?, ?> event = LambdaEvent.read(in);
    Deadline deadline = LambdaEvent.deadline(lambda, clock);
    if (event.get("task") instanceof String task) {
      run(task, deadline, lambda.getAwsRequestId());
      out.write(Json.write(Map.of("task", task)));
    } else if (QueueEvent.is(event)) {
      out.write(Json.write(work(event, deadline, lambda.getAwsRequestId())));
    } else {
      answer(ApiEvent.of(event), deadline, lambda.getAwsRequestId()).write(out);
    }
  }

  private ApiAnswer answer(ApiEvent event, Deadline deadline, String requestId) {
    try (Correlation correlation =
            Correlation.begin(requestId, event.headers().get("x-correlation-id"));
        Metrics.Invocation _ = metrics.begin();
        Deadline.Scope _ = LambdaEvent.sooner(deadline, event, clock).enter()) {
      ApiAnswer answer = pipeline.answer(event).with("x-correlation-id", correlation.id());
      return event.fromRestApi() ? answer.forAnyOrigin() : answer;
    }
  }

  /** A failure is left to Lambda, which counts it; the schedule comes again anyway. */
  private void run(String task, Deadline deadline, String requestId) {
    try (Correlation _ = Correlation.begin(requestId, null);
        Metrics.Invocation _ = metrics.begin();
        Deadline.Scope _ = deadline.enter()) {
      context.getBean(Tasks.class).run(task, deadline);
    }
  }

  private Map<String, Object> work(Map<?, ?> event, Deadline deadline, String requestId) {
    try (Correlation _ = Correlation.begin(requestId, null);
        Metrics.Invocation _ = metrics.begin();
        Deadline.Scope _ = deadline.enter()) {
      JobWorker worker = context.getBean(JobWorker.class);
      return QueueEvent.answer(worker.work(QueueEvent.messages(event), deadline));
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
    ApiAnswer answer = pipeline.answer(request.event());
    LOG.info("Primed {} {}: {}", request.method(), request.path(), answer.status());
  }
}
