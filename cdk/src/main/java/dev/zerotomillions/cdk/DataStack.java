package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.ServiceTable;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.constructs.Construct;

/**
 * A stack that holds one service's data and nothing else.
 *
 * <p>It always exports all that other stacks may import: if exports followed the importers, then a
 * phase that stops using one could not be deployed, since CloudFormation updates this stack first
 * and refuses to drop an export still in use.
 */
abstract sealed class DataStack extends Stack
    permits UsersDataStack,
        CatalogDataStack,
        InventoryDataStack,
        OrdersDataStack,
        PaymentsDataStack,
        NotificationsDataStack,
        JobsDataStack,
        SandboxDataStack {
  private final ITable table;

  DataStack(Construct scope, String id, StackProps props, List<String> indexes) {
    super(scope, id, props);
    table = new ServiceTable(this, "Table", indexes).table();
    exportValue(table.getTableName());
    exportValue(table.getTableArn());
  }

  ITable table() {
    return table;
  }
}
