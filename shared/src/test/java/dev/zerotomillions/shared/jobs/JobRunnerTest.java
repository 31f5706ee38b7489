package dev.zerotomillions.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.problem.Unavailable;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JobRunnerTest implements InstantSource {
  private static final String ID = "job_01930000-0000-7000-8000-000000000000";
  private static final Duration ATTEMPT = Duration.ofSeconds(8);

  private final TestTable table = TestTable.create();
  private final Database database = new Database(TestTable.client(), new Pause());
  private final Jobs jobs =
      new Jobs(database, Api.settings(Map.of("JOBS_TABLE", table.name())), this);
  private final List<Job> begun = new ArrayList<>();
  private Function<JobRun, String> work = _ -> "exports/result.json";
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
                  begun.add(run.job());
                  return work.apply(run);
                }
              }),
          this);

  @Override
  public Instant instant() {
    return now;
  }

  private Job submitted() {
    Job job = Job.queued(ID, "export", "usr_1", now);
    database.commit(jobs.add(job));
    return job;
  }

  private Deadline deadline() {
    return new Deadline(now.plus(ATTEMPT));
  }

  private Job stored() {
    return jobs.find(ID).orElseThrow();
  }

  private List<String> unfinished() {
    return jobs.unfinished("export", 10);
  }

  @Test
  void job_isDoneOnce_howeverOftenItIsRun() {
    new InlineJobs(runner).submit(submitted(), deadline());

    assertEquals(JobState.SUCCEEDED, stored().state());
    assertEquals(100, stored().progress());
    assertEquals("exports/result.json", stored().result());
    assertEquals(List.of(), unfinished());
    runner.run(ID, deadline());
    runner.run("none", deadline());
    assertEquals(1, begun.size());
  }

  @Test
  void progress_isTold_whileItRuns() {
    work =
        run -> {
          run.progress(40);
          assertEquals(40, stored().progress());
          assertEquals(JobState.RUNNING, stored().state());
          return "done";
        };
    runner.run(submitted().id(), deadline());
    assertEquals(JobState.SUCCEEDED, stored().state());
  }

  @Test
  void jobThatIsUnderWay_isLeftAlone() {
    work =
        run -> {
          runner.run(ID, deadline());
          return "done";
        };
    runner.run(submitted().id(), deadline());
    assertEquals(1, begun.size());
    assertEquals(JobState.SUCCEEDED, stored().state());
  }

  /** A process that is killed writes nothing more: the row stays as the attempt's begin left it. */
  @Test
  void jobWhoseProcessWasKilled_isCarriedOn_onceItsLeaseIsOver() {
    work =
        _ -> {
          throw new Killed();
        };
    submitted();
    try {
      runner.run(ID, deadline());
    } catch (Killed e) {
      assertEquals(JobState.RUNNING, stored().state());
    }
    work = _ -> "done";
    runner.resume("export", deadline());
    assertEquals(1, begun.size());

    now = now.plus(ATTEMPT);
    runner.resume("export", deadline());
    assertEquals(JobState.SUCCEEDED, stored().state());
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void slowAttempt_canNotUndo_whatTheNextOneDid() {
    work =
        slow -> {
          now = now.plus(ATTEMPT);
          work = _ -> "by the second";
          runner.resume("export", deadline());
          return "by the first";
        };
    runner.run(submitted().id(), deadline());
    assertEquals("by the second", stored().result());
  }

  @Test
  void jobThatWasNotFinished_isTriedAgain_untilItIs() {
    work =
        _ -> {
          throw new Unavailable("later");
        };
    new InlineJobs(runner).submit(submitted(), deadline());
    assertEquals(JobState.QUEUED, stored().state());
    assertEquals(List.of(ID), unfinished());

    work = _ -> "done";
    runner.resume("export", deadline());
    assertEquals(JobState.SUCCEEDED, stored().state());
  }

  @Test
  void jobThatNeverSucceeds_isGivenUp() {
    work =
        _ -> {
          throw new IllegalStateException("a defect");
        };
    submitted();
    for (int i = 0; i < JobRunner.MOST_ATTEMPTS + 3; i++) {
      runner.resume("export", deadline());
    }
    assertEquals(JobRunner.MOST_ATTEMPTS, begun.size());
    assertEquals(JobState.FAILED, stored().state());
    assertEquals(JobRunner.GAVE_UP, stored().cause());
    assertEquals(List.of(), unfinished());
  }

  @Test
  void jobThatCanNotBeDone_failsAtOnce() {
    work =
        _ -> {
          throw new JobFailed("user-erased");
        };
    runner.run(submitted().id(), deadline());
    assertEquals(JobState.FAILED, stored().state());
    assertEquals("user-erased", stored().cause());
  }

  @Test
  void resuming_endsAtTheDeadline() {
    submitted();
    Deadline over = new Deadline(now);
    runner.resume("export", over);
    assertTrue(begun.isEmpty());
  }

  @Test
  void oldJob_isForgotten() {
    submitted();
    now = now.plus(JobRow.KEPT);
    assertTrue(jobs.find(ID).isEmpty());
  }
}
