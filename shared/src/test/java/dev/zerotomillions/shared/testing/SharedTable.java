package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.resilience.Guards;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table as several environments see it, which can be cut off from them. */
public final class SharedTable {
  private final TestTable table = TestTable.create();
  private final DynamoDbClient client = cuttable(TestTable.client());
  private final Database database = new Database(client, new Pause());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics(
          new Settings(Map.of("SHOP_SERVICE", "orders", "SHOP_FUNCTION", "PlaceOrder")),
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          InstantSource.system());
  private boolean down;

  private DynamoDbClient cuttable(DynamoDbClient real) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            SharedTable.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (down) {
                throw SdkClientException.create("no route to host");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  public void setDown(boolean isDown) {
    down = isDown;
  }

  public int rows() {
    return table.count();
  }

  /** The database that the table is in. */
  public Database database() {
    return database;
  }

  /** The table's name. */
  public String name() {
    return table.name();
  }

  public Table table() {
    return database.table(table.name());
  }

  /** What one environment makes its guards with. */
  public Guards guards(InstantSource clock) {
    return new Guards(database, clock, new Random(1), metrics);
  }

  /** The metrics of all environments together. */
  public Metrics metrics() {
    return metrics;
  }

  /** What the metrics' invocations have printed. */
  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
