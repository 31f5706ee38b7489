package dev.zerotomillions.local.deploy;

import java.util.function.Consumer;

/** Tells what happens to one stack's resources. */
record Events(StackKey stack, Consumer<DeploymentEvent> listener) {

  void resource(String logicalId, String type, String status, String reason) {
    listener.accept(new DeploymentEvent(stack.name(), logicalId, type, status, reason));
  }

  void stack(String status, String reason) {
    resource(stack.name(), "AWS::CloudFormation::Stack", status, reason);
  }
}
