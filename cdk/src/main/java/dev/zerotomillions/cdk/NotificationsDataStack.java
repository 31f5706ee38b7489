package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the table of what customers are told, and of whom it is known how. */
final class NotificationsDataStack extends DataStack {

  NotificationsDataStack(Construct scope, StackProps props) {
    super(scope, "Notifications-Data", props, List.of());
  }
}
