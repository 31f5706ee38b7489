package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.time.Duration;

/** The properties of an event source mapping, within the bounds that Lambda has for them. */
final class MappingProperties {
  /** How many batches Lambda has at once before it scales. */
  private static final int FIRST_POLLERS = 5;

  private final ResourceRequest request;

  private MappingProperties(ResourceRequest request) {
    this.request = request;
  }

  static QueueSource read(ResourceRequest request) throws ResourceFailed {
    return new MappingProperties(request).queue();
  }

  private QueueSource queue() throws ResourceFailed {
    String arn = request.properties().path("EventSourceArn").asText();
    if (!arn.matches("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]+")) {
      throw new UnsupportedProperty(request, "EventSourceArn", "only queues are polled: " + arn);
    }
    boolean fifo = arn.endsWith(".fifo");
    int window = number("MaximumBatchingWindowInSeconds", 0, 0, fifo ? 0 : 300);
    int batch = number("BatchSize", 10, 1, fifo ? 10 : 10_000);
    if (batch > 10 && window == 0) {
      throw failed("BatchSize over 10 needs a MaximumBatchingWindowInSeconds of at least 1");
    }
    return new QueueSource(
        arn,
        request.properties().path("FunctionName").asText(),
        batch,
        Duration.ofSeconds(window),
        concurrency(),
        reportsItemFailures());
  }

  private int concurrency() throws ResourceFailed {
    JsonNode scaling = request.properties().path("ScalingConfig");
    for (var each : scaling.properties()) {
      if (!each.getKey().equals("MaximumConcurrency")) {
        throw new UnsupportedProperty(
            request, "ScalingConfig." + each.getKey(), "known here is MaximumConcurrency");
      }
    }
    return scaling.isEmpty()
        ? FIRST_POLLERS
        : within("ScalingConfig.MaximumConcurrency", scaling.path("MaximumConcurrency"), 2, 1000);
  }

  private boolean reportsItemFailures() throws UnsupportedProperty {
    boolean reports = false;
    for (JsonNode type : request.properties().path("FunctionResponseTypes")) {
      if (!type.asText().equals("ReportBatchItemFailures")) {
        throw new UnsupportedProperty(
            request, "FunctionResponseTypes", "known here is ReportBatchItemFailures");
      }
      reports = true;
    }
    return reports;
  }

  private int number(String property, int otherwise, int least, int most) throws ResourceFailed {
    JsonNode value = request.properties().path(property);
    return value.isMissingNode() ? otherwise : within(property, value, least, most);
  }

  private int within(String property, JsonNode value, int least, int most) throws ResourceFailed {
    int number = value.asInt(Integer.MIN_VALUE);
    if (number < least || number > most) {
      throw failed(
          "%s must be between %d and %d, but is %s".formatted(property, least, most, value));
    }
    return number;
  }

  private ResourceFailed failed(String why) {
    return new ResourceFailed(
        "%s/%s (%s): %s".formatted(request.stack(), request.logicalId(), request.type(), why));
  }
}
