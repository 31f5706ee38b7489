package dev.zerotomillions.users;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.jobs.JobQueue;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;

/** Carries on the users' jobs that those who accepted them did not finish. */
@Singleton
class ResumeUserJobs implements ScheduledTask {
  private final JobQueue queue;

  ResumeUserJobs(JobQueue queue) {
    this.queue = queue;
  }

  @Override
  public String name() {
    return "ResumeUserJobs";
  }

  @Override
  public void run(Deadline deadline) {
    queue.resume(PersonalDataExport.KIND, deadline);
  }
}
