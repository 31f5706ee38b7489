package dev.zerotomillions.shared.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.shared.problem.Unavailable;
import dev.zerotomillions.shared.testing.TestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class BatchReadTest {
  private final List<Integer> pauses = new ArrayList<>();

  /** Answers one key a call, if any, and puts off the others. */
  private record SlowClient(boolean answers) implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      var keys = Objects.requireNonNull(request.requestItems().get("stocks")).keys();
      int answered = answers ? 1 : 0;
      var later = keys.subList(answered, keys.size());
      return BatchGetItemResponse.builder()
          .responses(Map.of("stocks", keys.subList(0, answered)))
          .unprocessedKeys(
              later.isEmpty()
                  ? Map.of()
                  : Map.of("stocks", KeysAndAttributes.builder().keys(later).build()))
          .build();
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

  private Table table(DynamoDbClient client, String name) {
    return new Database(client, new CountingPause()).table(name);
  }

  private static List<String> keys(List<Row> rows) {
    return rows.stream().map(row -> row.text("pk")).sorted().toList();
  }

  @Test
  void rowsThatArePutOff_areAskedForAgain() {
    var rows = table(new SlowClient(true), "stocks").findAll(List.of("a", "b", "c"), "STOCK");
    assertEquals(List.of("a", "b", "c"), keys(rows));
    assertEquals(List.of(1, 2), pauses);
  }

  @Test
  void rowsThatArePutOffAgainAndAgain_areUnavailable() {
    var table = table(new SlowClient(false), "stocks");
    assertThrows(Unavailable.class, () -> table.findAll(List.of("a"), "STOCK"));
  }

  @Test
  void rowsThatAreNotThere_areLeftOut() {
    var client = TestTable.client();
    var name = TestTable.create().name();
    var table = table(client, name);
    new Database(client, new CountingPause())
        .commit(List.of(table.overwrite(Row.of("a", "STOCK")), table.overwrite(Row.of("c", "X"))));
    assertEquals(List.of("a"), keys(table.findAll(List.of("a", "b", "c"), "STOCK")));
    assertEquals(List.of(), table.findAll(List.of(), "STOCK"));
  }
}
