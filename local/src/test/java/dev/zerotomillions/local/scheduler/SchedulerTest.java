package dev.zerotomillions.local.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ROLE = "arn:aws:iam::000000000000:role/ticker";
  private static final String TARGET = "arn:aws:lambda:us-east-1:000000000000:function:tick:live";

  @TempDir private Path data;
  private final Roles roles = new Roles();
  private final List<String> invoked = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T10:00:30Z");
  private boolean targetIsThere = true;
  private Scheduler scheduler;

  @BeforeEach
  void start() throws Exception {
    role("scheduler.amazonaws.com", TARGET);
    restart();
  }

  private void restart() {
    scheduler =
        new Scheduler(
            new Targets(), roles, new Permissions(roles, () -> now), data, () -> now, notices::add);
  }

  private final class Targets implements Functions {
    @Override
    public Invocation invoke(String function, byte[] payload, Duration patience) {
      throw new UnsupportedOperationException("schedules don't wait for their targets");
    }

    @Override
    public Invocation invokeLater(String function, byte[] payload) {
      if (!targetIsThere) {
        return new Invocation.NotFound(function);
      }
      invoked.add(function + " " + new String(payload, StandardCharsets.UTF_8));
      return new Invocation.Accepted("id");
    }
  }

  private void role(String trusted, String resource) throws Exception {
    JsonNode allow =
        json(
            "{'Statement': {'Effect': 'Allow', 'Action': 'lambda:InvokeFunction', 'Resource': '%s'}}"
                .formatted(resource));
    JsonNode trust = json("{'Statement': [{'Principal': {'Service': '%s'}}]}".formatted(trusted));
    roles.put(new Roles.Role("ticker", ROLE, trust, List.of(PolicyDocument.of(allow)), List.of()));
  }

  private static ObjectNode json(String text) throws Exception {
    return JSON.readValue(text.replace('\'', '"'), ObjectNode.class);
  }

  private static ResourceRequest request(String expression, String more) throws Exception {
    ObjectNode properties =
        json(
            """
            {'ScheduleExpression': '%s', 'FlexibleTimeWindow': {'Mode': 'OFF'},
             'Target': {'Arn': '%s', 'RoleArn': '%s', 'Input': '{}'}}"""
                .formatted(expression, TARGET, ROLE));
    properties.setAll(json(more));
    return new ResourceRequest(
        "us-east-1", "000000000000", "Shop", "Tick", "AWS::Scheduler::Schedule", properties);
  }

  private ResourceType type() {
    return scheduler.resourceTypes().getFirst();
  }

  private Provisioned create(String expression, String more) throws Exception {
    return type().create(request(expression, more));
  }

  private void passMinutes(int minutes) {
    for (int i = 0; i < minutes * 60; i++) {
      now = now.plusSeconds(1);
      scheduler.tick();
    }
  }

  @Test
  void rate_invokesItsTargetOncePerPeriod() throws Exception {
    create("rate(2 minutes)", "{}");
    passMinutes(1);
    assertEquals(List.of(), invoked);
    passMinutes(5);
    assertEquals(List.of(TARGET + " {}", TARGET + " {}", TARGET + " {}"), invoked);
  }

  @Test
  void cron_invokesItsTargetAtThatTime() throws Exception {
    create("cron(2 10 * * ? *)", "{}");
    passMinutes(1);
    assertEquals(0, invoked.size());
    passMinutes(10);
    assertEquals(1, invoked.size());
  }

  @Test
  void schedulesTime_andItsContext_areInTheInput() throws Exception {
    Provisioned made =
        create(
            "at(2026-11-25T10:01:00)",
            """
            {'Target': {'Arn': '%s', 'RoleArn': '%s', 'Input':
             '<aws.scheduler.scheduled-time> <aws.scheduler.schedule-arn> <aws.scheduler.attempt-number>'}}"""
                .formatted(TARGET, ROLE));
    passMinutes(2);
    String arn = Objects.requireNonNull(made.attributes().get("Arn")).asText();
    assertEquals(List.of(TARGET + " 2026-11-25T10:01:00Z " + arn + " 1"), invoked);
  }

  @Test
  void scheduleWithoutInput_sendsAwssOwnEvent() throws Exception {
    create("rate(1 minute)", "{'Target': {'Arn': '%s', 'RoleArn': '%s'}}".formatted(TARGET, ROLE));
    passMinutes(1);
    JsonNode event = JSON.readTree(invoked.getFirst().substring(TARGET.length()));
    assertEquals("Scheduled Event", event.path("detail-type").asText());
    assertEquals("2026-11-25T10:01:30Z", event.path("time").asText());
  }

  @Test
  void disabledSchedule_doesNothingUntilItIsEnabled() throws Exception {
    Provisioned made = create("rate(1 minute)", "{'State': 'DISABLED'}");
    passMinutes(3);
    assertEquals(0, invoked.size());
    ResourceRequest enabled = request("rate(1 minute)", "{}");
    type().update(enabled, made, request("rate(1 minute)", "{}").properties());
    passMinutes(2);
    assertEquals(2, invoked.size());
  }

  @Test
  void deletedSchedule_isGone() throws Exception {
    Provisioned made = create("rate(1 minute)", "{}");
    type().delete(request("rate(1 minute)", "{}"), made);
    passMinutes(3);
    assertEquals(0, invoked.size());
  }

  @Test
  void recurringSchedule_goesOnAfterARestart_withoutWhatItMissed() throws Exception {
    Provisioned made = create("rate(2 minutes)", "{}");
    passMinutes(2);
    now = now.plus(Duration.ofMinutes(61));
    restart();
    type().restore(request("rate(2 minutes)", "{}"), made);
    scheduler.tick();
    assertEquals(1, invoked.size());
    passMinutes(1);
    assertEquals(2, invoked.size());
  }

  @Test
  void scheduleForOneTime_happensLateAfterARestart_butNotTwice() throws Exception {
    Provisioned made = create("at(2026-11-25T10:05:00)", "{}");
    now = now.plus(Duration.ofHours(1));
    for (int i = 0; i < 2; i++) {
      restart();
      type().restore(request("at(2026-11-25T10:05:00)", "{}"), made);
      passMinutes(1);
      assertEquals(1, invoked.size());
    }
  }

  @Test
  void roleWithoutPermission_invokesNothing_andSaysSo() throws Exception {
    role("scheduler.amazonaws.com", "arn:aws:lambda:us-east-1:000000000000:function:other");
    create("rate(1 minute)", retries(0));
    passMinutes(1);
    assertEquals(0, invoked.size());
    assertTrue(
        notices
            .getFirst()
            .contains("is not authorized to perform: lambda:InvokeFunction on resource: " + TARGET),
        notices.toString());
  }

  @Test
  void roleThatSchedulerMayNotAssume_isRefused() throws Exception {
    role("lambda.amazonaws.com", TARGET);
    assertThrows(ResourceFailed.class, () -> create("rate(1 minute)", "{}"));
  }

  @Test
  void targetThatComesBack_isInvokedLate_asTheRetryPolicyAllows() throws Exception {
    create("at(2026-11-25T10:01:00)", retries(10));
    targetIsThere = false;
    passMinutes(2);
    targetIsThere = true;
    passMinutes(2);
    assertEquals(1, invoked.size());
    assertEquals(List.of(), notices);
  }

  @Test
  void targetThatStaysAway_isGivenUp() throws Exception {
    create("at(2026-11-25T10:01:00)", retries(2));
    targetIsThere = false;
    passMinutes(2);
    targetIsThere = true;
    passMinutes(2);
    assertEquals(0, invoked.size());
    assertEquals(1, notices.size());
  }

  private static String retries(int attempts) {
    return """
        {'Target': {'Arn': '%s', 'RoleArn': '%s', 'Input': '{}',
         'RetryPolicy': {'MaximumRetryAttempts': %d, 'MaximumEventAgeInSeconds': 3600}}}"""
        .formatted(TARGET, ROLE, attempts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'GroupName': 'mine'}                                                   | GroupName",
        "{'FlexibleTimeWindow': {'Mode': 'FLEXIBLE', 'MaximumWindowInMinutes': 5}} | FlexibleTimeWindow.MaximumWindowInMinutes",
        "{'FlexibleTimeWindow': {'Mode': 'FLEXIBLE'}}                            | FlexibleTimeWindow.Mode",
        "{'Target': {'Arn': 'arn:aws:sqs:us-east-1:000000000000:q'}}             | Target.Arn",
        "{'Target': {'DeadLetterConfig': {'Arn': 'x'}}}                          | Target.DeadLetterConfig",
        "{'ScheduleExpression': 'rate(1 second)'}                                | Invalid Schedule Expression",
      })
  void whatCannotBeHonoured_isRefusedByName(String more, String named) {
    ResourceFailed refusal =
        assertThrows(ResourceFailed.class, () -> create("rate(1 minute)", more));
    assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
  }

  @Test
  void api_showsSchedules() throws Exception {
    Provisioned made = create("rate(1 minute)", "{'Description': 'ticks'}");
    JsonNode listed = call("/schedules", "NamePrefix=Shop&MaxResults=1").path("Schedules");
    assertEquals(made.physicalId(), listed.path(0).path("Name").asText());
    assertEquals(TARGET, listed.path(0).at("/Target/Arn").asText());
    JsonNode one = call("/schedules/" + made.physicalId(), "groupName=default");
    assertEquals("rate(1 minute)", one.path("ScheduleExpression").asText());
    assertEquals("ticks", one.path("Description").asText());
    assertEquals(185, one.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt());
    assertEquals(0, call("/schedules", "State=DISABLED").path("Schedules").size());
    AwsError missing = assertThrows(AwsError.class, () -> call("/schedules/none", ""));
    assertEquals("ResourceNotFoundException", missing.code());
  }

  private JsonNode call(String path, String query) throws Exception {
    AwsRequest request =
        new AwsRequest("GET", path, query, Map.of(), new byte[0], "us-east-1", "key");
    return JSON.readTree(scheduler.api().handle(request).body());
  }
}
