package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.problem.InternalFailure;
import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Micronaut's routing, binding and error handling for one event. It is called directly, not through
 * Micronaut's own Lambda functions: those register three beans per invocation, which slows every
 * later one.
 */
final class ApiPipeline extends ServletHttpHandler<ApiEvent, ApiAnswer> {
  private static final Logger LOG = LoggerFactory.getLogger(ApiPipeline.class);
  private static final String INTERNAL = "/internal/";

  private final ConversionService conversions;
  private final BinaryTypeConfiguration binaryTypes;
  private final BodyBuilder bodies;

  ApiPipeline(ApplicationContext context) {
    super(context, context.getConversionService());
    this.conversions = context.getConversionService();
    this.binaryTypes = context.getBean(BinaryTypeConfiguration.class);
    this.bodies = context.getBean(BodyBuilder.class);
  }

  /** Answers one event; every failure is an answer too. */
  ApiAnswer answer(ApiEvent event) {
    try {
      return route(event);
    } catch (Problem e) {
      return ProblemAnswers.of(e);
    } catch (RuntimeException e) {
      // The boundary of the process: whatever nothing foresaw is logged and answered, never a
      // crash.
      LOG.error("Unexpected failure", e);
      return ProblemAnswers.of(new InternalFailure(Correlation.requestId()));
    }
  }

  private ApiAnswer route(ApiEvent event) {
    if (event.service() == null && event.path().startsWith(INTERNAL)) {
      // Before routing, which would tell a stranger by 405 or 415 that something is there.
      throw NotFound.at(event.path());
    }
    return exchange(createExchange(event, ApiAnswer.EMPTY)).getResponse().getNativeResponse();
  }

  @Override
  protected ServletExchange<ApiEvent, ApiAnswer> createExchange(ApiEvent event, ApiAnswer unused) {
    return new LambdaRequest<>(
        event, new LambdaResponse<>(conversions, binaryTypes), conversions, bodies);
  }
}
