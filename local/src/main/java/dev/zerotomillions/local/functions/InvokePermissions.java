package dev.zerotomillions.local.functions;

/** The resource policies of functions, as {@code AWS::Lambda::Permission} builds them. */
@FunctionalInterface
public interface InvokePermissions {

  /**
   * Whether a service may invoke a function.
   *
   * @param function the function's ARN, with its qualifier where it has one
   * @param servicePrincipal such as {@code apigateway.amazonaws.com}
   * @param sourceArn what invokes on the service's behalf
   */
  boolean allows(String function, String servicePrincipal, String sourceArn);
}
