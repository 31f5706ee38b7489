package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.IdempotencyKeyReused;
import dev.zerotomillions.shared.problem.Problem;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a request asks once for each Idempotency-Key. The answer is recorded in the very
 * transaction that makes it true, so of two duplicates at once one commits and the other, refused
 * by the record, gives the same answer.
 */
@Singleton
public final class Idempotency {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String PK = "IDEMPOTENCY#";
  private static final String SK = "IDEMPOTENCY";
  private static final String PROVISIONAL = "provisional";

  private final Database database;
  private final InstantSource clock;

  Idempotency(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What a request would do.
   *
   * @param changes those that make the answer true
   * @param afterwards what is left to do once they are made, and may be lost
   */
  public record Plan(Answer answer, List<Change> changes, Runnable afterwards) {
    public Plan(Answer answer, List<Change> changes) {
      this(answer, changes, () -> {});
    }
  }

  /** Works out a plan; it writes nothing, and may be asked again after a conflict. */
  @FunctionalInterface
  public interface Planner {
    Plan plan();
  }

  /**
   * Comes from a provisional answer to the final one, or not; it may be asked at any time again.
   */
  @FunctionalInterface
  public interface Completion {
    Answer complete(Answer provisional);
  }

  /**
   * Answers a request that takes longer than a transaction. The answer of its plan is provisional
   * while its status is 202: whoever comes with the key then tries to complete it, and the first
   * final answer is everyone's.
   *
   * @throws IdempotencyKeyReused if the key came with another body before
   */
  public HttpResponse<?> once(
      Table table, IdempotencyKey key, Planner planner, Completion completion) {
    Answer answer = replay(table, key).orElseGet(() -> execute(table, key, planner));
    return (answer.isProvisional() ? complete(table, key, answer, completion) : answer).response();
  }

  private Answer complete(
      Table table, IdempotencyKey key, Answer provisional, Completion completion) {
    Answer completed = completion.complete(provisional);
    if (completed.isProvisional()) {
      return completed;
    }
    try {
      database.commit(List.of(replace(table, key, completed)));
      return completed;
    } catch (AnsweredMeanwhile e) {
      return replay(table, key).orElse(completed);
    }
  }

  /**
   * Answers the request, by carrying out its plan or by the record of the first time.
   *
   * @param table the table of the service, which keeps the record
   * @throws IdempotencyKeyReused if the key came with another body before
   */
  public HttpResponse<?> once(Table table, IdempotencyKey key, Planner planner) {
    return answer(table, key, planner).response();
  }

  /**
   * The same, for who adds to the answer what is of no use when it is given again, such as a signed
   * address.
   */
  public Answer answer(Table table, IdempotencyKey key, Planner planner) {
    return replay(table, key).orElseGet(() -> execute(table, key, planner));
  }

  /** Forgets an answer, as the personal data in it is to be erased. */
  public static Change forget(Table table, String keyId) {
    return table.delete(PK + keyId, SK);
  }

  private Answer execute(Table table, IdempotencyKey key, Planner planner) {
    Plan plan;
    try {
      plan = planner.plan();
      List<Change> changes = new ArrayList<>();
      // First, so that its refusal comes before those which a duplicate causes.
      changes.add(record(table, key, plan.answer()));
      changes.addAll(plan.changes());
      database.commit(changes);
    } catch (AnsweredMeanwhile | Problem e) {
      // A duplicate may have been carried out since; whatever it changed must not show here.
      return replay(table, key).orElseThrow(() -> e);
    }
    plan.afterwards().run();
    return plan.answer();
  }

  private Optional<Answer> replay(Table table, IdempotencyKey key) {
    return table.find(pk(key), SK).filter(this::isCurrent).map(row -> answer(row, key));
  }

  private boolean isCurrent(Row row) {
    return row.number("expiresAt") > clock.instant().getEpochSecond();
  }

  private static Answer answer(Row row, IdempotencyKey key) {
    if (!row.text("fingerprint").equals(key.fingerprint())) {
      throw new IdempotencyKeyReused();
    }
    return new Answer(
        (int) row.number("status"), row.optionalText("location").orElse(null), row.text("body"));
  }

  private Change record(Table table, IdempotencyKey key, Answer answer) {
    long now = clock.instant().getEpochSecond();
    // Expired rows linger for up to two days before DynamoDB removes them.
    return table.put(
        row(key, answer),
        "attribute_not_exists(pk) OR expiresAt <= :now",
        Map.of(":now", Table.number(now)),
        _ -> new AnsweredMeanwhile());
  }

  private Change replace(Table table, IdempotencyKey key, Answer completed) {
    return table.put(
        row(key, completed),
        PROVISIONAL + " = :yes AND fingerprint = :fingerprint",
        Map.of(":yes", Table.number(1), ":fingerprint", Table.text(key.fingerprint())),
        _ -> new AnsweredMeanwhile());
  }

  private Row row(IdempotencyKey key, Answer answer) {
    Row row =
        Row.of(pk(key), SK)
            .with("fingerprint", key.fingerprint())
            .with("status", answer.status())
            .with("location", answer.location())
            .with("body", answer.body())
            .with("expiresAt", clock.instant().plus(KEPT).getEpochSecond());
    return answer.isProvisional() ? row.with(PROVISIONAL, 1) : row;
  }

  private static String pk(IdempotencyKey key) {
    return PK + key.id();
  }

  /** A duplicate of the request was answered while this one was being worked out. */
  private static final class AnsweredMeanwhile extends RuntimeException {
    AnsweredMeanwhile() {
      super("A duplicate was answered meanwhile", null, false, false);
    }
  }
}
