package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the orders' table, whose index lists them by customer. */
final class OrdersDataStack extends DataStack {

  OrdersDataStack(Construct scope, StackProps props) {
    super(scope, "Orders-Data", props, List.of("gsi1"));
  }
}
