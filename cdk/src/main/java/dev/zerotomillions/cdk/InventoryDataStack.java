package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the table of stock and its movements. */
final class InventoryDataStack extends DataStack {

  InventoryDataStack(Construct scope, StackProps props) {
    super(scope, "Inventory-Data", props, List.of());
  }
}
