package dev.zerotomillions.users;

import dev.zerotomillions.shared.files.Files;
import dev.zerotomillions.shared.jobs.JobFailed;
import dev.zerotomillions.shared.jobs.JobHandler;
import dev.zerotomillions.shared.jobs.JobRun;
import dev.zerotomillions.shared.json.Json;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the file with all personal data that the shop has of a user: what users keep themselves,
 * and what orders, payments and notifications tell when they are asked. An attempt that is ended is
 * begun anew, and writes the same file.
 */
@Singleton
class PersonalDataExport implements JobHandler {
  static final String KIND = "user-export";

  private final Users users;
  private final Sessions sessions;
  private final OtherServices others;
  private final Files files;
  private final InstantSource clock;

  PersonalDataExport(
      Users users, Sessions sessions, OtherServices others, Files files, InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.others = others;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String run(JobRun run) {
    String key = Exports.key(run.job());
    files.put(key, "application/json", Json.write(collect(run)));
    // Whoever erased the user meanwhile may have looked for files before this one was there.
    if (users.isErased(run.job().owner())) {
      files.delete(key);
      throw erased();
    }
    return key;
  }

  private Map<String, Object> collect(JobRun run) {
    String owner = run.job().owner();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("exportedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS));
    data.put("user", users.find(owner).orElseThrow(PersonalDataExport::erased).user());
    data.put("sessions", sessions.open(owner));
    run.progress(20);
    var orders = others.orders(owner, run.deadline());
    run.progress(50);
    data.put("orders", orders);
    data.put("payments", others.payments(owner, orders, run.deadline()));
    run.progress(70);
    data.put("messages", others.messages(owner, run.deadline()));
    run.progress(90);
    return data;
  }

  private static JobFailed erased() {
    return new JobFailed("user-erased");
  }
}
