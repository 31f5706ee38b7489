package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the users' table. */
final class UsersDataStack extends DataStack {

  UsersDataStack(Construct scope, StackProps props) {
    super(scope, "Users-Data", props, List.of());
  }
}
