package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.files.Files;
import dev.zerotomillions.shared.jobs.Job;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which files of personal data were made for a user, so that they can be taken back. */
@Singleton
class Exports {
  /** A little longer than the bucket keeps the files themselves. */
  private static final Duration KEPT = Duration.ofDays(9);

  private static final String EXPORT = "EXPORT#";
  private static final int PAGE = 50;

  private final Database database;
  private final Table table;

  /** Made when a file is deleted: a function that only asks for exports knows no bucket. */
  private final BeanProvider<Files> files;

  Exports(Database database, Users users, BeanProvider<Files> files) {
    this.database = database;
    this.table = users.table();
    this.files = files;
  }

  /** The key of the file that a job is to make. */
  static String key(Job job) {
    return "exports/%s/%s.json".formatted(job.owner(), job.id());
  }

  /** Remembers the file of a job before there is one. */
  Change announce(Job job) {
    return table.overwrite(
        Row.of(UserRow.pk(job.owner()), EXPORT + job.id())
            .with("file", key(job))
            .with("expiresAt", job.createdAt().plus(KEPT).getEpochSecond()));
  }

  /** Deletes all files that were made for a user. */
  void removeAll(String userId) {
    Map<String, String> after = Map.of();
    do {
      Page page = table.query(new Query(null, UserRow.pk(userId), EXPORT, false, PAGE, after));
      for (Row row : page.rows()) {
        files.get().delete(row.text("file"));
        database.commit(List.of(table.delete(row.text("pk"), row.text("sk"))));
      }
      after = page.next();
    } while (!after.isEmpty());
  }
}
