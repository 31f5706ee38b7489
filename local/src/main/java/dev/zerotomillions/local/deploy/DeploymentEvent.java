package dev.zerotomillions.local.deploy;

/**
 * Something that happened to a resource, as CloudFormation's stack events tell it.
 *
 * @param logicalId the resource's logical id; the stack's name for the stack itself
 * @param type the resource's type; {@code AWS::CloudFormation::Stack} for the stack itself
 * @param status such as {@code CREATE_COMPLETE}
 * @param reason why, or empty
 */
public record DeploymentEvent(
    String stack, String logicalId, String type, String status, String reason) {}
