package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.observe.Span;
import dev.zerotomillions.shared.observe.Traces;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Has each call to DynamoDB appear in the trace, with its operation and table but no data. */
final class TracedCalls implements ExecutionInterceptor {
  private static final ExecutionAttribute<Span> SPAN = new ExecutionAttribute<>("shop.span");

  private final Traces traces;

  TracedCalls(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    String table = call.request().getValueForField("TableName", String.class).orElse("");
    attributes.putAttribute(
        SPAN,
        traces
            .begin("DynamoDB", "aws")
            .with("aws", Map.of("operation", operation, "table_name", table)));
  }

  @Override
  public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
    attributes.getAttribute(SPAN).close();
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
    try (Span span = attributes.getAttribute(SPAN)) {
      span.failed(call.exception());
    }
  }
}
