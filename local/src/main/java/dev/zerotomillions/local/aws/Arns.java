package dev.zerotomillions.local.aws;

/** Makes the ARNs of a call's region and its caller's account. */
public record Arns(String region, String account) {

  /** The ARN of a resource, such as {@code table/orders}. */
  public String of(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }
}
