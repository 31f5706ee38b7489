package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Scheduler::Schedule}. */
final class ScheduleType implements ResourceType {
  private static final String CREATED = "Created";

  private final Schedules schedules;
  private final Delivery delivery;
  private final InstantSource clock;

  ScheduleType(Schedules schedules, Delivery delivery, InstantSource clock) {
    this.schedules = schedules;
    this.delivery = delivery;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "AWS::Scheduler::Schedule";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "Description",
            "EndDate",
            "FlexibleTimeWindow",
            "GroupName",
            "Name",
            "ScheduleExpression",
            "ScheduleExpressionTimezone",
            "StartDate",
            "State",
            "Target")
        .andIgnores("KmsKeyArn");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("Name", "GroupName");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, clock.instant());
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    boolean sameTimes =
        before.path("ScheduleExpression").equals(request.properties().path("ScheduleExpression"));
    return put(request, sameTimes ? created(current) : clock.instant());
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    put(request, created(current));
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    JsonNode arn = current.attributes().get("Arn");
    if (arn != null) {
      schedules.remove(arn.asText());
    }
  }

  private Provisioned put(ResourceRequest request, Instant created) throws ResourceFailed {
    Instant whole = created.truncatedTo(ChronoUnit.MILLIS);
    Schedule schedule = ScheduleProperties.read(request, whole, clock.instant());
    if (!delivery.mayAssume(schedule.role())) {
      throw new ResourceFailed(
          "%s/%s: The execution role you provide must allow AWS EventBridge Scheduler to assume the role."
              .formatted(request.stack(), request.logicalId()));
    }
    schedules.put(schedule);
    return new Provisioned(
        schedule.name(),
        Map.of(
            "Arn", TextNode.valueOf(schedule.arn()), CREATED, TextNode.valueOf(whole.toString())));
  }

  /** When its times began to count. It is kept with the resource, and no template asks for it. */
  private Instant created(Provisioned current) {
    JsonNode created = current.attributes().get(CREATED);
    return created == null ? clock.instant() : Instant.parse(created.asText());
  }
}
