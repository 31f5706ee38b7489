package dev.zerotomillions.cdk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.SampleRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** The tasks that run each minute. */
class SchedulesTest {
  private static final Registry SAMPLE = SampleRegistry.create();
  private static final String SCHEDULE = "AWS::Scheduler::Schedule";

  private static Synthesis sample(String phase) {
    return Synthesis.of(Synthesis.context(phase, "http"), SAMPLE);
  }

  @Test
  void everyTask_runsEachMinute_andIsNeitherSpreadNorRepeated() {
    for (String phase : List.of("0", "1")) {
      sample(phase)
          .template("Shop")
          .allResourcesProperties(
              SCHEDULE,
              Match.objectLike(
                  Map.of(
                      "ScheduleExpression",
                      "rate(1 minute)",
                      "FlexibleTimeWindow",
                      Map.of("Mode", "OFF"),
                      "Target",
                      Match.objectLike(
                          Map.of(
                              "RetryPolicy",
                              Map.of(
                                  "MaximumEventAgeInSeconds", 60, "MaximumRetryAttempts", 0))))));
      assertEquals(
          Set.of("{\"task\":\"RelayOrderEvents\"}", "{\"task\":\"ExpireReservations\"}"),
          sample(phase)
              .resources("Shop", SCHEDULE)
              .map(schedule -> schedule.properties().at("/Target/Input").asText())
              .collect(toSet()));
    }
  }

  @Test
  void failedRun_isLeftToTheNext_byLambdaToo() {
    for (String phase : List.of("0", "1")) {
      sample(phase)
          .template("Shop")
          .allResourcesProperties(
              "AWS::Lambda::EventInvokeConfig",
              Match.objectLike(Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60)));
      assertEquals(
          phase.equals("0") ? 1 : 2,
          sample(phase).resources("Shop", "AWS::Lambda::EventInvokeConfig").count());
    }
  }

  @Test
  void phase0_runsTasksInTheMonolith() {
    Set<String> targets =
        sample("0")
            .resources("Shop", SCHEDULE)
            .map(schedule -> Functions.flat(schedule.properties().at("/Target/Arn")))
            .collect(toSet());

    assertEquals(1, targets.size());
    assertTrue(targets.iterator().next().startsWith("<MonolithLive"), targets.toString());
  }

  @Test
  void phase1_runsEachTaskInAFunctionOfItsOwn_whichAloneItsScheduleMayInvoke() {
    Functions functions = new Functions(sample("1"));

    sample("1")
        .resources("Shop", SCHEDULE)
        .forEach(
            schedule -> {
              JsonNode target = schedule.properties().get("Target");
              String role = target.at("/RoleArn/Fn::GetAtt/0").asText();
              String task = target.get("Input").asText().replaceAll(".*:\"|\"}", "");
              List<JsonNode> statements = functions.statements(role).toList();
              assertEquals(1, statements.size());
              assertEquals("lambda:InvokeFunction", statements.getFirst().get("Action").asText());
              assertEquals(target.get("Arn"), statements.getFirst().get("Resource"));
              assertEquals(
                  "<" + functions.named(task).id() + ">", Functions.flat(target.get("Arn")));
            });
  }

  @Test
  void climbing_pointsTheSameSchedulesElsewhere() {
    assertEquals(schedules("0").keySet(), schedules("1").keySet());
    schedules("0").forEach((id, target) -> assertTrue(!target.equals(schedules("1").get(id)), id));
  }

  @Test
  void schedulesRole_isForThisAccountsSchedulerAlone() {
    sample("1")
        .template("Shop")
        .hasResourceProperties(
            "AWS::IAM::Role",
            Match.objectLike(
                Map.of(
                    "AssumeRolePolicyDocument",
                    Match.objectLike(
                        Map.of(
                            "Statement",
                            List.of(
                                Map.of(
                                    "Action",
                                    "sts:AssumeRole",
                                    "Condition",
                                    Map.of(
                                        "StringEquals",
                                        Map.of(
                                            "aws:SourceAccount", Map.of("Ref", "AWS::AccountId"))),
                                    "Effect",
                                    "Allow",
                                    "Principal",
                                    Map.of("Service", "scheduler.amazonaws.com"))))))));
  }

  private static Map<String, JsonNode> schedules(String phase) {
    return sample(phase)
        .resources("Shop", SCHEDULE)
        .collect(
            toMap(Synthesis.Resource::id, schedule -> schedule.properties().at("/Target/Arn")));
  }
}
