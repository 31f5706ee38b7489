package dev.zerotomillions.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.problem.Unavailable;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobWorkerTest implements InstantSource {
  private static final int TRIES = 3;
  private static final String QUEUE = "http://queues/exports";

  private final TestTable table = TestTable.create();
  private final Database database = new Database(TestTable.client(), new Pause());
  private final Settings settings =
      Api.settings(
          Map.of(
              "JOBS_TABLE", table.name(),
              "JOB_QUEUE_EXPORT", QUEUE,
              "JOB_TRIES", Integer.toString(TRIES)));
  private final Jobs jobs = new Jobs(database, settings, this);
  private final UuidV7 uuids = new UuidV7(this);
  private final List<String> done = new ArrayList<>();
  private final Set<String> poison = new HashSet<>();
  private final FakeMessages messages = new FakeMessages();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  private final JobRunner runner =
      new JobRunner(
          jobs,
          List.of(
              new JobHandler() {
                @Override
                public String kind() {
                  return "export";
                }

                @Override
                public String run(JobRun run) {
                  if (poison.contains(run.job().id())) {
                    throw new Unavailable("the table");
                  }
                  done.add(run.job().id());
                  return "exports/" + run.job().id();
                }
              }),
          this);
  private final JobWorker worker =
      new JobWorker(runner, jobs, messages, settings, this, new Random(1));
  private final QueuedJobs queue = new QueuedJobs(jobs, messages, settings, this);

  /** A queue that remembers what was sent, and what was hidden. */
  private static final class FakeMessages implements JobMessages {
    private final List<String> sent = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private boolean broken;

    @Override
    public void send(String url, String body) {
      if (broken) {
        throw new NotSent(url, new IllegalStateException("out of reach"));
      }
      assertEquals(QUEUE, url);
      sent.add(body);
    }

    @Override
    public void hide(String url, String receipt, Duration pause) {
      hidden.add(receipt);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  private Job submitted() {
    Job job = Job.queued(uuids.next("job"), "export", "usr_1", now);
    database.commit(jobs.add(job));
    queue.submit(job, deadline());
    return job;
  }

  private Deadline deadline() {
    return new Deadline(now.plusSeconds(60));
  }

  private static QueueMessage message(String id, String body, int receives) {
    return new QueueMessage(id, "receipt " + id, body, receives);
  }

  private List<String> work(String body, int receives) {
    return worker.work(List.of(message("m", body, receives)), deadline());
  }

  private Job stored(Job job) {
    return jobs.find(job.id()).orElseThrow();
  }

  @Test
  void submittedJob_isDoneByTheWorker_notByTheRequest() {
    Job job = submitted();
    assertEquals(JobState.QUEUED, stored(job).state());
    assertEquals(List.of(), work(messages.sent.getFirst(), 1));
    assertEquals(JobState.SUCCEEDED, stored(job).state());
  }

  @Test
  void messageThatIsNotSent_failsNoRequest_andIsSentAgainLater() {
    messages.broken = true;
    Job job = submitted();
    messages.broken = false;
    queue.resume("export", deadline());
    assertEquals(List.of(), messages.sent, "it may still be on its way");
    now = now.plus(QueuedJobs.LOST_AFTER).plusSeconds(1);
    queue.resume("export", deadline());
    assertEquals(List.of(), work(messages.sent.getFirst(), 1));
    assertEquals(JobState.SUCCEEDED, stored(job).state());
    queue.resume("export", deadline());
    assertEquals(1, messages.sent.size(), "what is done is not sent again");
  }

  @Test
  void everyMessageTwice_inAnyOrder_doesEachJobOnce() {
    List<Job> all = IntStream.range(0, 12).mapToObj(_ -> submitted()).toList();
    List<QueueMessage> batch = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      batch.add(message("a" + i, messages.sent.get(i), 1));
      batch.add(message("b" + i, messages.sent.get(i), 2));
    }
    Collections.shuffle(batch, new Random(7));
    assertEquals(List.of(), worker.work(batch, deadline()));
    assertEquals(Set.copyOf(all.stream().map(Job::id).toList()), Set.copyOf(done));
    assertEquals(all.size(), done.size());
  }

  @Test
  void failure_comesAgainAlone_laterThanOthers() {
    Job bad = submitted();
    Job good = submitted();
    poison.add(bad.id());
    List<QueueMessage> batch =
        List.of(message("bad", messages.sent.get(0), 1), message("good", messages.sent.get(1), 1));
    assertEquals(List.of("bad"), worker.work(batch, deadline()));
    assertEquals(List.of("receipt bad"), messages.hidden);
    assertEquals(JobState.SUCCEEDED, stored(good).state());
    assertEquals(JobState.QUEUED, stored(bad).state());
  }

  @Test
  void poison_isGivenUpWithItsCause_andKeepsItsMessageFromBeingDeleted() {
    Job job = submitted();
    poison.add(job.id());
    for (int i = 1; i <= TRIES; i++) {
      assertEquals(List.of("m"), work(messages.sent.getFirst(), i));
    }
    assertEquals(JobState.FAILED, stored(job).state());
    assertEquals(JobRunner.GAVE_UP, stored(job).cause());
    assertEquals(List.of("m"), work(messages.sent.getFirst(), TRIES + 1));
    now = now.plus(Duration.ofHours(1));
    queue.resume("export", deadline());
    assertEquals(1, messages.sent.size(), "what was set aside is not sent again by itself");
  }

  @Test
  void redrivenPoison_isDoneAfterTheFix() {
    Job job = submitted();
    poison.add(job.id());
    for (int i = 1; i <= TRIES; i++) {
      work(messages.sent.getFirst(), i);
    }
    poison.clear();
    assertEquals(List.of(), work(messages.sent.getFirst(), 1));
    assertEquals(JobState.SUCCEEDED, stored(job).state());
  }

  @Test
  void messageThatIsNoJob_isNeverDeleted_andStopsNoOther() {
    Job job = submitted();
    List<QueueMessage> batch =
        List.of(
            message("text", "not JSON", 1),
            message("other", "{\"job\": 5}", 1),
            message("good", messages.sent.getFirst(), 1));
    assertEquals(List.of("text", "other"), worker.work(batch, deadline()));
    assertEquals(JobState.SUCCEEDED, stored(job).state());
  }

  @Test
  void jobThatIsForgotten_isDropped() {
    assertEquals(
        List.of(),
        work(JobMessage.of(Job.queued(uuids.next("job"), "export", "u", now)).body(), 1));
    assertTrue(done.isEmpty());
  }

  @Test
  void batchThatOutlastsItsTime_leavesTheRestForLater() {
    submitted();
    Deadline over = new Deadline(now);
    assertEquals(
        List.of("m"), worker.work(List.of(message("m", messages.sent.getFirst(), 1)), over));
    assertTrue(done.isEmpty());
  }
}
