package dev.zerotomillions.shared.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletExchange;
import io.micronaut.servlet.http.ServletHttpHandler;

/**
 * Micronaut's routing, binding and error handling for one event. It is called directly, not through
 * Micronaut's own Lambda functions: those register three beans per invocation, which slows every
 * later one.
 */
final class ApiPipeline extends ServletHttpHandler<ApiEvent, ApiAnswer> {
  private final ConversionService conversions;
  private final BinaryTypeConfiguration binaryTypes;
  private final BodyBuilder bodies;

  ApiPipeline(ApplicationContext context) {
    super(context, context.getConversionService());
    this.conversions = context.getConversionService();
    this.binaryTypes = context.getBean(BinaryTypeConfiguration.class);
    this.bodies = context.getBean(BodyBuilder.class);
  }

  /** Answers one event; every failure that the routes or the framework foresee is an answer too. */
  ApiAnswer answer(ApiEvent event) {
    return exchange(createExchange(event, ApiAnswer.EMPTY)).getResponse().getNativeResponse();
  }

  @Override
  protected ServletExchange<ApiEvent, ApiAnswer> createExchange(ApiEvent event, ApiAnswer unused) {
    return new LambdaRequest<>(
        event, new LambdaResponse<>(conversions, binaryTypes), conversions, bodies);
  }
}
