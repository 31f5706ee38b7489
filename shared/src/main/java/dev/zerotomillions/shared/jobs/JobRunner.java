package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Row;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries jobs on, whoever asks for it: the request that accepted one, the task that looks for
 * those left behind, or a queue. Of several who try at once, one does it.
 */
@Singleton
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /** With a try each minute, half an hour of something being out of reach. */
  static final int MOST_ATTEMPTS = 30;

  static final String GAVE_UP = "gave-up";
  private static final int AT_ONCE = 20;

  private final Jobs jobs;
  private final List<JobHandler> handlers;
  private final InstantSource clock;

  public JobRunner(Jobs jobs, List<JobHandler> handlers, InstantSource clock) {
    this.jobs = jobs;
    this.handlers = List.copyOf(handlers);
    this.clock = clock;
  }

  /** Carries on what is unfinished of a kind, the oldest first, until the deadline. */
  public void resume(String kind, Deadline deadline) {
    for (String id : jobs.unfinished(kind, AT_ONCE)) {
      if (deadline.hasPassed(clock)) {
        return;
      }
      run(id, deadline);
    }
  }

  /** Does a job, unless it is finished or someone else is at it. */
  public void run(String id, Deadline deadline) {
    run(id, deadline, MOST_ATTEMPTS);
  }

  /**
   * The same for a number of attempts, after which the job is given up.
   *
   * @return whether the job still has to be done, as far as this attempt knows
   */
  boolean run(String id, Deadline deadline, int mostAttempts) {
    Optional<JobRun> begun = begin(id, deadline);
    return begun.isPresent() && attempt(begun.get(), deadline, mostAttempts);
  }

  private boolean attempt(JobRun run, Deadline deadline, int mostAttempts) {
    try (Deadline.Scope _ = deadline.enter()) {
      String result = handler(run.job().kind()).run(run);
      end(run, run.job().succeeded(result));
      return false;
    } catch (Jobs.JobTaken e) {
      LOG.info("Job {} is another's by now", run.job().id());
      return false;
    } catch (JobFailed e) {
      end(run, run.job().failed(e.why()));
      return false;
    } catch (RuntimeException e) {
      // The boundary of a job: a failure is this attempt's alone, and the next may succeed.
      LOG.warn("Job {} was not finished at attempt {}", run.job().id(), run.attempt(), e);
      giveBack(run, mostAttempts);
      return true;
    }
  }

  private Optional<JobRun> begin(String id, Deadline deadline) {
    Optional<Row> found = jobs.row(id).filter(this::isFree);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Job running = JobRow.job(found.get()).running();
    long attempt = found.get().number("attempts") + 1;
    try {
      jobs.replace(JobRow.of(running, attempt, deadline.end()));
      return Optional.of(new JobRun(jobs, running, attempt, deadline));
    } catch (Jobs.JobTaken e) {
      return Optional.empty();
    }
  }

  private boolean isFree(Row row) {
    return switch (JobRow.job(row).state()) {
      case QUEUED -> true;
      case RUNNING -> !row.time("leaseUntil").isAfter(clock.instant());
      case SUCCEEDED, FAILED -> false;
    };
  }

  private void giveBack(JobRun run, int mostAttempts) {
    if (run.attempt() >= mostAttempts) {
      end(run, run.job().failed(GAVE_UP));
    } else {
      write(run, () -> jobs.replace(JobRow.of(run.job().waiting(), run.attempt(), null)));
    }
  }

  private void end(JobRun run, Job last) {
    write(run, () -> jobs.finish(JobRow.of(last, run.attempt(), null)));
  }

  private static void write(JobRun run, Runnable write) {
    try {
      write.run();
    } catch (Jobs.JobTaken e) {
      LOG.info("Job {} is another's by now", run.job().id());
    }
  }

  private JobHandler handler(String kind) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new NoHandler(kind));
  }

  /** A function got a job that its artifact has no handler for. */
  static final class NoHandler extends RuntimeException {
    NoHandler(String kind) {
      super("No bean here handles jobs of the kind " + kind + "; send them to another function.");
    }
  }
}
