package dev.zerotomillions.local.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.process.Children;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbEngineTest {
  private static final Path LIBRARY = Path.of("engines/dynamodb/target/lib");

  @TempDir Path data;

  @Test
  void missingLibrary_isToldWithItsRemedy() throws Exception {
    try (Children children = new Children(data)) {
      IOException failure =
          assertThrows(
              IOException.class, () -> DynamoDbEngine.start(children, data.resolve("none"), data));
      assertTrue(String.valueOf(failure.getMessage()).contains("./mvnw"));
    }
  }

  @Test
  void engineThatDiesAtOnce_isGivenUp_withItsLogNamed() throws Exception {
    Path empty = Files.createDirectory(data.resolve("empty"));
    try (Children children = new Children(data);
        DynamoDbEngine engine = DynamoDbEngine.start(children, empty, data)) {
      EngineUnavailable failure = assertThrows(EngineUnavailable.class, engine::awaitReady);
      assertTrue(String.valueOf(failure.getMessage()).contains("dynamodb.log"));
    }
  }

  @Test
  void regionsDatabase_hasAWriteAheadLog() throws Exception {
    try (Children children = new Children(data);
        DynamoDbEngine engine = DynamoDbEngine.start(children, LIBRARY, data)) {
      byte[] table =
          """
          {"TableName": "wal", "BillingMode": "PAY_PER_REQUEST",
           "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
           "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}"""
              .getBytes(StandardCharsets.UTF_8);
      assertEquals(200, engine.call("eu-west-1", "DynamoDB_20120810.CreateTable", table).status());
      assertTrue(Files.exists(data.resolve("dynamodb").resolve("local_eu-west-1.db-wal")));
    }
  }
}
