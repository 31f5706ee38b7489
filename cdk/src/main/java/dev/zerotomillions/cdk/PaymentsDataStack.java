package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the table of the payments. */
final class PaymentsDataStack extends DataStack {

  PaymentsDataStack(Construct scope, StackProps props) {
    super(scope, "Payments-Data", props, List.of());
  }
}
