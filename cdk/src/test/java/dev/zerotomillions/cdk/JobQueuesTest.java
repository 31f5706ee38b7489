package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.cdk.endpoints.Registry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** The queues of phase 4, and the functions on both sides of them. */
class JobQueuesTest {
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final Synthesis QUEUES = Synthesis.of("4", "http");
  private static final Synthesis INLINE = Synthesis.of("1", "http");

  @Test
  void eachKind_hasAQueue_andOneForWhatIsSetAside() {
    int kinds = Registry.ofShop().workers().size();
    QUEUES.template("Shop").resourceCountIs(QUEUE, 2 * kinds);
    QUEUES.template("Shop").resourceCountIs("AWS::Lambda::EventSourceMapping", kinds);
    INLINE.template("Shop").resourceCountIs(QUEUE, 0);
    INLINE.template("Shop").resourceCountIs("AWS::Lambda::EventSourceMapping", 0);
  }

  @Test
  void message_staysHiddenForSixTimesItsWorkersTimeout_andIsSetAsideAfterFiveTries() {
    QUEUES
        .template("Shop")
        .hasResourceProperties(
            QUEUE,
            Match.objectLike(
                Map.of(
                    "VisibilityTimeout",
                    360,
                    "SqsManagedSseEnabled",
                    true,
                    "RedrivePolicy",
                    Match.objectLike(Map.of("maxReceiveCount", 5)))));
  }

  @Test
  void mapping_reportsEachFailure_andScalesNoFurtherThanTheTablesBear() {
    QUEUES
        .template("Shop")
        .hasResourceProperties(
            "AWS::Lambda::EventSourceMapping",
            Match.objectLike(
                Map.of(
                    "FunctionResponseTypes",
                    List.of("ReportBatchItemFailures"),
                    "ScalingConfig",
                    Map.of("MaximumConcurrency", 10))));
  }

  @Test
  void whoSubmitsAJob_maySendItAndNothingElse_andDoesNoneItself() {
    Functions functions = new Functions(QUEUES);
    assertEquals(
        Set.of(Set.of("sqs:SendMessage")),
        Set.copyOf(functions.rights("ExportUser", "sqs").values()));
    assertEquals(Map.of(), functions.rights("ExportUser", "s3"));
    assertTrue(functions.variable("ExportUser", "JOB_QUEUE_USER_EXPORT").has("Ref"));
  }

  @Test
  void worker_mayReceiveWhatItDoes() {
    Functions functions = new Functions(QUEUES);
    assertEquals(
        Set.of(
            Set.of(
                "sqs:ChangeMessageVisibility",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:ReceiveMessage")),
        Set.copyOf(functions.rights("ExportPersonalData", "sqs").values()));
    assertEquals("5", functions.variable("ExportPersonalData", "JOB_TRIES").asText());
  }

  @Test
  void withoutQueues_whoSubmitsAJobMayDoIt() {
    Functions functions = new Functions(INLINE);
    assertEquals(
        Set.of(Set.of("s3:DeleteObject", "s3:PutObject")),
        Set.copyOf(functions.rights("ExportUser", "s3").values()));
    assertTrue(functions.variable("ExportUser", "JOB_QUEUE_USER_EXPORT").isMissingNode());
  }

  @Test
  void jobsThatWaitOrAreSetAside_raiseAnAlarm() {
    List<String> alarms =
        QUEUES
            .resources("Shop", "AWS::CloudWatch::Alarm")
            .map(Synthesis.Resource::id)
            .filter(id -> id.startsWith("AlarmsUserExportJobs"))
            .toList();
    assertEquals(2, alarms.size(), alarms.toString());
  }
}
