package dev.zerotomillions.shared.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.shared.problem.Unavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class DatabaseTest {
  private final List<Integer> pauses = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private int calls;
  private final Database database = new Database(new FailingClient(), new CountingPause());

  /** Fails as it is told, call by call, and then succeeds. */
  private final class FailingClient implements DynamoDbClient {
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      calls++;
      if (!failures.isEmpty()) {
        throw failures.removeFirst();
      }
      return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      transactWriteItems(TransactWriteItemsRequest.builder().build());
      return PutItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** Waits for nothing and tells how often it was asked to. */
  private final class CountingPause extends Pause {
    @Override
    void afterConflict(int attempt) {
      pauses.add(attempt);
    }
  }

  private static TransactionCanceledException cancelled(String... codes) {
    List<CancellationReason> reasons = new ArrayList<>();
    for (var code : codes) {
      reasons.add(CancellationReason.builder().code(code).build());
    }
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }

  private static Change refusedBy(RuntimeException refusal) {
    return new Change(TransactWriteItem.builder().build(), _ -> refusal);
  }

  private final RuntimeException first = new IllegalStateException("first");
  private final RuntimeException second = new IllegalStateException("second");
  private final List<Change> changes = List.of(refusedBy(first), refusedBy(second));

  @Test
  void conflictsAndThrottles_areTriedAgain_afterPauses() {
    failures.add(cancelled("None", "TransactionConflict"));
    failures.add(cancelled("ThrottlingError", "None"));

    database.commit(changes);

    assertEquals(3, calls);
    assertEquals(List.of(1, 2), pauses);
  }

  @Test
  void failedCondition_isTheRefusalOfItsChange_whateverElseHappened() {
    failures.add(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    assertSame(second, assertThrows(IllegalStateException.class, () -> database.commit(changes)));
    assertEquals(1, calls);
  }

  @Test
  void ofSeveralFailedConditions_theFirstCounts() {
    failures.add(cancelled("ConditionalCheckFailed", "ConditionalCheckFailed"));
    assertSame(first, assertThrows(IllegalStateException.class, () -> database.commit(changes)));
  }

  @Test
  void endlessConflicts_areUnavailable_sooner_thanEndless() {
    for (int i = 0; i < 100; i++) {
      failures.add(cancelled("TransactionConflict", "None"));
    }
    var unavailable = assertThrows(Unavailable.class, () -> database.commit(changes));
    assertEquals("1", unavailable.headers().get("Retry-After"));
    assertEquals(pauses.size() + 1, calls);
  }

  @Test
  void unreachableService_isUnavailable() {
    failures.add(SdkClientException.create("no route to host"));
    assertThrows(Unavailable.class, () -> database.commit(changes));
    assertEquals(1, calls);
  }

  private static Change put() {
    return new Change(
        TransactWriteItem.builder().put(put -> put.tableName("t")).build(),
        _ -> new IllegalStateException("refused"));
  }

  @Test
  void singleWriteThatMeetsATransaction_isTriedAgain() {
    failures.add(TransactionConflictException.builder().message("ongoing").build());
    failures.add(TransactionConflictException.builder().message("ongoing").build());

    database.write(put());

    assertEquals(3, calls);
    assertEquals(List.of(1, 2), pauses);
  }

  @Test
  void singleWriteThatNeverGetsThrough_isUnavailable() {
    for (int i = 0; i < 100; i++) {
      failures.add(TransactionConflictException.builder().message("ongoing").build());
    }
    assertThrows(Unavailable.class, () -> database.write(put()));
    assertEquals(pauses.size() + 1, calls);
  }

  @Test
  void singleWriteToAnUnreachableService_isUnavailable() {
    failures.add(SdkClientException.create("no route to host"));
    assertThrows(Unavailable.class, () -> database.write(put()));
    assertEquals(1, calls);
  }
}
