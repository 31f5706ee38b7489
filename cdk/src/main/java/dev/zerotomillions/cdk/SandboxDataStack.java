package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the table of what the payment sandbox remembers. */
final class SandboxDataStack extends DataStack {

  SandboxDataStack(Construct scope, StackProps props) {
    super(scope, "Sandbox-Data", props, List.of());
  }
}
