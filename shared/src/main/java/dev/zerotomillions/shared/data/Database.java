package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** DynamoDB as the services see it: tables to read, changes to commit. */
@Singleton
public final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /**
   * Transactions that touch the same items cancel each other; a few more tries let each through.
   */
  private static final int TRIES = 12;

  private final DynamoDbClient client;
  private final Pause pause;

  public Database(DynamoDbClient client, Pause pause) {
    this.client = client;
    this.pause = pause;
  }

  public Table table(String name) {
    return new Table(client, name, pause);
  }

  /**
   * Makes all changes or none.
   *
   * @throws RuntimeException the refusal of the first change, in the order given, whose condition
   *     does not hold
   */
  public void commit(List<Change> changes) {
    for (int attempt = 1; ; attempt++) {
      try {
        call(
            () ->
                client.transactWriteItems(
                    request -> request.transactItems(changes.stream().map(Change::item).toList())));
        return;
      } catch (TransactionCanceledException e) {
        refuse(changes, e.cancellationReasons());
        if (attempt == TRIES) {
          throw new Unavailable("Too many requests change the same things; retry in a moment.");
        }
        pause.afterConflict(attempt);
      }
    }
  }

  /**
   * Makes one change outside of a transaction, at half the price. If an answer gets lost on the
   * way, the SDK's own second try may be refused by the first; where that matters, commit the
   * change.
   *
   * @throws RuntimeException the change's refusal, if its condition does not hold
   */
  public void write(Change change) {
    for (int attempt = 1; ; attempt++) {
      try {
        call(
            () -> {
              SingleWrite.run(client, change.item());
              return true;
            });
        return;
      } catch (ConditionalCheckFailedException e) {
        throw change.refusal(Row.from(e.item()));
      } catch (TransactionConflictException e) {
        if (attempt == TRIES) {
          throw new Unavailable("Too many requests change the same things; retry in a moment.");
        }
        pause.afterConflict(attempt);
      }
    }
  }

  private static void refuse(List<Change> changes, List<CancellationReason> reasons) {
    for (int i = 0; i < reasons.size(); i++) {
      if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
        throw changes.get(i).refusal(Row.from(reasons.get(i).item()));
      }
    }
  }

  /** Calls DynamoDB; what it cannot do at the moment is answered so that clients come again. */
  static <T> T call(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (TransactionCanceledException
        | ConditionalCheckFailedException
        | TransactionConflictException e) {
      throw e;
    } catch (SdkException e) {
      // All clients' mistakes were refused before this point, so each failure here is the
      // service's.
      LOG.error("DynamoDB refused", e);
      throw new Unavailable("The database cannot answer at the moment; retry in a moment.");
    }
  }
}
