package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The jobs' table. */
@Singleton
public final class Jobs {
  /** The ids that jobs have. */
  public static final String ID = "job_[0-9a-f-]{36}";

  private static final String INDEX = "gsi1";
  private static final Pattern SHAPE = Pattern.compile(ID);

  private final Database database;
  private final Table table;
  private final InstantSource clock;

  public Jobs(Database database, Settings settings, InstantSource clock) {
    this.database = database;
    this.table = database.table(settings.required("JOBS_TABLE"));
    this.clock = clock;
  }

  /** The changes that make a job, for the transaction of the request that asks for it. */
  public List<Change> add(Job job) {
    return List.of(
        table.insert(
            JobRow.of(job, 0, null),
            _ -> new IllegalStateException("Two jobs got the id " + job.id())),
        table.overwrite(JobRow.ofOpen(job)));
  }

  /** The job of an id, which may be any text that a client sent. */
  public Optional<Job> find(String id) {
    return SHAPE.matcher(id).matches() ? row(id).map(JobRow::job) : Optional.empty();
  }

  /** All jobs, the latest first. */
  public Page list(int limit, Map<String, String> after) {
    return table.query(new Query(INDEX, JobRow.ALL, "", true, limit, after));
  }

  /** The job that a row of a list describes. */
  public static Job job(Row row) {
    return JobRow.job(row);
  }

  /** The ids of some unfinished jobs of a kind, the oldest first. */
  List<String> unfinished(String kind, int limit) {
    return table
        .query(new Query(INDEX, JobRow.open(kind), "", false, limit, Map.of()))
        .rows()
        .stream()
        .map(row -> row.text("id"))
        .toList();
  }

  /** Whether a job was given up after too many attempts. */
  boolean isGivenUp(String id) {
    return find(id).filter(job -> JobRunner.GAVE_UP.equals(job.cause())).isPresent();
  }

  /** Lets a job that was given up be done after all. */
  void reopen(String id) {
    Row row = row(id).orElseThrow(JobTaken::new);
    Job job = JobRow.job(row).waiting();
    database.commit(
        List.of(replacement(JobRow.of(job, 0, null)), table.overwrite(JobRow.ofOpen(job))));
  }

  /** The row of a job that is not forgotten yet; DynamoDB removes them late. */
  Optional<Row> row(String id) {
    return table
        .find(JobRow.pk(id), JobRow.JOB)
        .filter(row -> row.number("expiresAt") > clock.instant().getEpochSecond());
  }

  /** Puts the next version of a job in the place of the last; refused if that has changed. */
  void replace(Row next) {
    database.commit(List.of(replacement(next)));
  }

  /** The same for the last version, after which no one needs to carry it on. */
  void finish(Row last) {
    database.commit(List.of(replacement(last), table.delete(last.text("pk"), JobRow.OPEN)));
  }

  private Change replacement(Row next) {
    return table.replace(next, next.number("version") - 1, _ -> new JobTaken());
  }

  /** Someone else carries the job on, or has finished it. */
  static final class JobTaken extends RuntimeException {
    JobTaken() {
      super("The job is another's by now", null, false, false);
    }
  }
}
