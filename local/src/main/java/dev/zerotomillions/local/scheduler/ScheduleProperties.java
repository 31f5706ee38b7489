package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads a schedule from its properties, refusing what can't be honoured. */
final class ScheduleProperties {
  private static final Set<String> TARGET = Set.of("Arn", "RoleArn", "Input", "RetryPolicy");
  private static final Set<String> WINDOW = Set.of("Mode");
  private static final Set<String> RETRIES =
      Set.of("MaximumEventAgeInSeconds", "MaximumRetryAttempts");

  private ScheduleProperties() {}

  static Schedule read(ResourceRequest request, Instant created, Instant modified)
      throws ResourceFailed {
    JsonNode properties = request.properties();
    JsonNode target = properties.path("Target");
    only(request, "Target", target, TARGET);
    only(request, "Target.RetryPolicy", target.path("RetryPolicy"), RETRIES);
    only(request, "FlexibleTimeWindow", properties.path("FlexibleTimeWindow"), WINDOW);
    value(request, "FlexibleTimeWindow.Mode", properties.at("/FlexibleTimeWindow/Mode"), "OFF");
    value(request, "GroupName", properties.path("GroupName"), Schedule.GROUP);
    String arn = target.path("Arn").asText();
    if (!arn.startsWith("arn:aws:lambda:")) {
      throw new UnsupportedProperty(request, "Target.Arn", "it invokes functions, not " + arn);
    }
    String timezone = properties.path("ScheduleExpressionTimezone").asText("UTC");
    String text = properties.path("ScheduleExpression").asText();
    return new Schedule(
        request.region(),
        request.account(),
        properties.path("Name").asText(name(request)),
        properties.path("Description").asText(""),
        text,
        expression(request, text, timezone),
        timezone,
        !properties.path("State").asText("ENABLED").equals("DISABLED"),
        date(request, "StartDate"),
        date(request, "EndDate"),
        arn,
        target.path("RoleArn").asText(),
        Optional.ofNullable(target.path("Input").textValue()),
        new Schedule.Retries(
            target.at("/RetryPolicy/MaximumRetryAttempts").asInt(185),
            Duration.ofSeconds(target.at("/RetryPolicy/MaximumEventAgeInSeconds").asInt(86_400))),
        created,
        modified);
  }

  private static Expression expression(ResourceRequest request, String text, String timezone)
      throws ResourceFailed {
    try {
      return Expression.parse(text, timezone);
    } catch (InvalidExpression e) {
      throw new ResourceFailed(
          "%s/%s: Invalid Schedule Expression %s"
              .formatted(request.stack(), request.logicalId(), e.getMessage()),
          e);
    }
  }

  private static Optional<Instant> date(ResourceRequest request, String name)
      throws ResourceFailed {
    JsonNode date = request.properties().path(name);
    try {
      return date.isMissingNode()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(date.asText()).toInstant());
    } catch (DateTimeException e) {
      throw new ResourceFailed(
          "%s/%s: %s must be a date such as 2026-11-25T12:00:00Z, not %s"
              .formatted(request.stack(), request.logicalId(), name, date.asText()),
          e);
    }
  }

  /** The same name each time for one resource, as CloudFormation would make it at random. */
  private static String name(ResourceRequest request) {
    String whole =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    String suffix = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    return "%.24s-%.24s-%s"
        .formatted(
            request.stack(), request.logicalId(), suffix.substring(24).toUpperCase(Locale.ROOT));
  }

  private static void only(
      ResourceRequest request, String path, JsonNode object, Set<String> honoured)
      throws UnsupportedProperty {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!honoured.contains(each.getKey())) {
        throw new UnsupportedProperty(
            request,
            path + "." + each.getKey(),
            "supported there: " + String.join(", ", honoured.stream().sorted().toList()));
      }
    }
  }

  private static void value(ResourceRequest request, String path, JsonNode value, String honoured)
      throws UnsupportedProperty {
    if (!value.asText(honoured).equals(honoured)) {
      throw new UnsupportedProperty(
          request, path, "\"%s\"; write \"%s\"".formatted(value.asText(), honoured));
    }
  }
}
